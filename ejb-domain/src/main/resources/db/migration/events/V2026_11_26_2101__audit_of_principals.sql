-- The audit says of which kind its principal is: a person, a key of an organisation, or the system by itself. Rows of earlier versions without a person were the
-- system's, which then acted for no organisation; no others are written any more.
ALTER TABLE audit.entry RENAME COLUMN person_id TO principal_id;
ALTER TABLE audit.entry ADD COLUMN principal text NOT NULL DEFAULT 'PERSON'
    CONSTRAINT entry_principal CHECK (principal IN ('PERSON', 'API_KEY', 'SYSTEM'));
UPDATE audit.entry SET principal = 'SYSTEM' WHERE principal_id IS NULL;
ALTER TABLE audit.entry ALTER COLUMN principal DROP DEFAULT,
    ADD CONSTRAINT entry_principal_named CHECK ((principal = 'SYSTEM') = (principal_id IS NULL));
