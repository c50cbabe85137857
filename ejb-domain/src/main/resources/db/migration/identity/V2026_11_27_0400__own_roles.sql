-- Roles that an organisation makes for itself, beside the built-in ones, which the server can still only read. Every code that a member or an invitation can
-- name stands in role_code; a migration that adds a built-in role adds its code there first.
CREATE TABLE identity.role_code (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{0,39}$')
);
INSERT INTO identity.role_code (code) SELECT code FROM identity.role;
ALTER TABLE identity.role ADD CONSTRAINT role_has_code FOREIGN KEY (code) REFERENCES identity.role_code;
ALTER TABLE identity.membership_role DROP CONSTRAINT membership_role_known,
    ADD CONSTRAINT membership_role_known FOREIGN KEY (role) REFERENCES identity.role_code;
ALTER TABLE identity.invitation_role DROP CONSTRAINT invitation_role_known,
    ADD CONSTRAINT invitation_role_known FOREIGN KEY (role) REFERENCES identity.role_code;

-- One that has ended stays, since invitations of before name it; its name is free again.
CREATE TABLE identity.own_role (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES identity.organisation,
    code            text        NOT NULL UNIQUE REFERENCES identity.role_code,
    name            text        NOT NULL,
    name_key        text        NOT NULL,
    made_at         timestamptz NOT NULL,
    made_by         uuid        NOT NULL,
    ended_at        timestamptz,
    version         int         NOT NULL
);
CREATE UNIQUE INDEX own_role_name ON identity.own_role (organisation_id, name_key) WHERE ended_at IS NULL;

-- Whoever writes: what runs the platform, or hands out roles, is no organisation's to give.
CREATE TABLE identity.own_role_permission (
    role_id    uuid NOT NULL REFERENCES identity.own_role,
    permission text NOT NULL CHECK (permission ~ '^[a-z]+\.[a-z-]+$')
        CONSTRAINT own_role_permission_given CHECK (permission NOT LIKE 'platform.%' AND permission <> 'organisation.manage'),
    scope      text NOT NULL CHECK (scope IN ('OWN_TRIPS', 'ORGANISATION')),
    PRIMARY KEY (role_id, permission)
);

-- Who looks into books without touching them: an organisation's, and the platform's.
INSERT INTO identity.role_code (code) VALUES ('AUDITOR'), ('PLATFORM_AUDITOR');
INSERT INTO identity.role (code, place, holders, lasting) VALUES
    ('AUDITOR', 85, 'EVERYBODY', false),
    ('PLATFORM_AUDITOR', 95, 'PLATFORM', false);
INSERT INTO identity.role_permission (role, permission, scope)
SELECT role, unnest(permissions), 'ORGANISATION' FROM (VALUES
    ('AUDITOR', ARRAY['audit.view', 'organisation.view', 'loads.view', 'trips.view', 'offers.view', 'bookings.view', 'documents.view', 'wallet.view',
        'events.view', 'reports.view']),
    ('PLATFORM_AUDITOR', ARRAY['audit.view', 'platform.audit', 'organisation.view', 'wallet.view', 'events.view', 'reports.view']),
    ('OWNER', ARRAY['audit.view']),
    ('ADMIN', ARRAY['audit.view', 'platform.audit'])
) granted (role, permissions);

GRANT SELECT, INSERT ON identity.role_code TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON identity.own_role TO lanerunner_app;
GRANT SELECT, INSERT, DELETE ON identity.own_role_permission TO lanerunner_app;
