-- The platform suspends an organisation: since when, by whom, why (which its members read), and what administrators alone read. All null while it may act.
ALTER TABLE identity.organisation
    ADD COLUMN suspended_at      timestamptz,
    ADD COLUMN suspended_by      uuid REFERENCES identity.person,
    ADD COLUMN suspension_reason text CHECK (length(suspension_reason) <= 500),
    ADD COLUMN suspension_note   text CHECK (length(suspension_note) <= 500),
    ADD CONSTRAINT organisation_suspended CHECK (
        (suspended_at IS NULL) = (suspended_by IS NULL) AND (suspended_at IS NULL) = (suspension_reason IS NULL)
        AND (suspended_at IS NOT NULL OR suspension_note IS NULL)),
    ADD CONSTRAINT organisation_platform_acts CHECK (NOT platform OR suspended_at IS NULL);

INSERT INTO identity.role_permission (role, permission, scope) VALUES
    ('ADMIN', 'organisations.view', 'ORGANISATION'),
    ('ADMIN', 'organisations.suspend', 'ORGANISATION');
