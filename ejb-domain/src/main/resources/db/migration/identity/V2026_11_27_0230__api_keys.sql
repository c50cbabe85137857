-- By what a program of the organisation's acts. Of what opens it only hashes are kept; two while it is changed.
CREATE TABLE identity.api_key (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES identity.organisation,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    scopes          text        NOT NULL CHECK (length(scopes) > 0),
    addresses       text        NOT NULL,
    made_by         uuid        NOT NULL REFERENCES identity.person,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    last_used_at    timestamptz,
    revoked_at      timestamptz,
    version         int         NOT NULL
);
CREATE INDEX api_key_organisation ON identity.api_key (organisation_id, id) WHERE revoked_at IS NULL;

CREATE TABLE identity.api_key_secret (
    hash       bytea       PRIMARY KEY,
    key_id     uuid        NOT NULL REFERENCES identity.api_key ON DELETE CASCADE,
    prefix     text        NOT NULL,
    created_at timestamptz NOT NULL,
    until      timestamptz
);
CREATE INDEX api_key_secret_key ON identity.api_key_secret (key_id);
-- Of a key's secrets one is good for as long as the key is.
CREATE UNIQUE INDEX api_key_secret_lasting ON identity.api_key_secret (key_id) WHERE until IS NULL;

INSERT INTO identity.role_permission (role, permission, scope) VALUES
    ('OWNER', 'keys.manage', 'ORGANISATION'),
    ('ADMIN', 'keys.manage', 'ORGANISATION');

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.api_key, identity.api_key_secret TO lanerunner_app;
