-- What a side of a contest shows and what was no document of the booking before is not for who drove: the sides' own affair. Of what was shown before this nobody
-- knows here for what it was stored: it stays the booking's.
ALTER TABLE documents.document
    ADD COLUMN sides_only boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT document_sides_of_a_booking CHECK (NOT sides_only OR booking_id IS NOT NULL);
