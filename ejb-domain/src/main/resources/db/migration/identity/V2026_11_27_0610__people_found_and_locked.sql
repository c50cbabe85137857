-- An administrator finds people by a part of their name or address, and locks an account: why, since when and by whom.
CREATE INDEX person_name_part ON identity.person USING gin (lower(name) gin_trgm_ops);
CREATE INDEX person_email_part ON identity.person USING gin (email_key gin_trgm_ops);

ALTER TABLE identity.person
    ADD COLUMN locked_at   timestamptz,
    ADD COLUMN lock_reason text CHECK (length(lock_reason) <= 500),
    ADD COLUMN locked_by   uuid REFERENCES identity.person,
    ADD CONSTRAINT person_locked CHECK ((locked_at IS NULL) = (lock_reason IS NULL) AND (locked_at IS NULL) = (locked_by IS NULL));
