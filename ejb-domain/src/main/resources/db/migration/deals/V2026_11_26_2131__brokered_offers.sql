-- An offer whose maker has it carried by another, and the one by which a broker finds who carries.
ALTER TABLE deals.offer
    ADD COLUMN brokered boolean NOT NULL DEFAULT false,
    ADD COLUMN booking_id uuid,
    ADD CONSTRAINT offer_brokered_without_trip CHECK (NOT brokered OR trip_id IS NULL),
    ADD CONSTRAINT offer_carries_with_a_trip CHECK (booking_id IS NULL OR trip_id IS NOT NULL);
