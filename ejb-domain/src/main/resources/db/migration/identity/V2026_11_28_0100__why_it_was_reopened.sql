-- The platform reopens an organisation with a reason, too: of the last time, for administrators; null where it never was suspended, and while it is.
ALTER TABLE identity.organisation
    ADD COLUMN reopened_at      timestamptz,
    ADD COLUMN reopened_by      uuid REFERENCES identity.person,
    ADD COLUMN reopening_reason text CHECK (length(reopening_reason) <= 500),
    ADD CONSTRAINT organisation_reopened CHECK (
        (reopened_at IS NULL) = (reopened_by IS NULL) AND (reopened_at IS NULL) = (reopening_reason IS NULL)
        AND (suspended_at IS NULL OR reopened_at IS NULL));
