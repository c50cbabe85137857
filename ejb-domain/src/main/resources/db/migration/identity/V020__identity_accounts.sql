-- Persons, organisations, memberships, sessions and one-time links. Secrets are kept as hashes only.
CREATE SCHEMA identity;

CREATE TABLE identity.person (
    id            uuid        PRIMARY KEY,
    email         text        NOT NULL CHECK (length(email) <= 254),
    email_key     text        NOT NULL,
    name          text        NOT NULL,
    password_hash text        NOT NULL,
    created_at    timestamptz NOT NULL,
    version       int         NOT NULL
);
CREATE UNIQUE INDEX person_email ON identity.person (email_key);

CREATE TABLE identity.organisation (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    personal   boolean     NOT NULL,
    platform   boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    version    int         NOT NULL
);
-- There is one platform: its members with the role ADMIN run it.
CREATE UNIQUE INDEX organisation_platform ON identity.organisation (platform) WHERE platform;
CREATE INDEX organisation_name ON identity.organisation USING gin (lower(name) gin_trgm_ops);

CREATE TABLE identity.organisation_kind (
    organisation_id uuid NOT NULL REFERENCES identity.organisation,
    kind            text NOT NULL,
    PRIMARY KEY (organisation_id, kind)
);

CREATE TABLE identity.membership (
    id              uuid        PRIMARY KEY,
    person_id       uuid        NOT NULL REFERENCES identity.person,
    organisation_id uuid        NOT NULL REFERENCES identity.organisation,
    joined_at       timestamptz NOT NULL,
    version         int         NOT NULL
);
CREATE UNIQUE INDEX membership_once ON identity.membership (person_id, organisation_id);
CREATE INDEX membership_organisation ON identity.membership (organisation_id, id);

CREATE TABLE identity.membership_role (
    membership_id uuid NOT NULL REFERENCES identity.membership ON DELETE CASCADE,
    role          text NOT NULL,
    PRIMARY KEY (membership_id, role)
);

-- A session is a family of refresh tokens, of which the last is good.
CREATE TABLE identity.session (
    id              uuid        PRIMARY KEY,
    person_id       uuid        NOT NULL REFERENCES identity.person,
    organisation_id uuid        NOT NULL REFERENCES identity.organisation,
    generation      int         NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    end_reason      text,
    version         int         NOT NULL
);
CREATE INDEX session_member ON identity.session (person_id, organisation_id) WHERE ended_at IS NULL;
CREATE INDEX session_changed ON identity.session (changed_at);

CREATE TABLE identity.refresh_token (
    hash       bytea       PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES identity.session ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_token_session ON identity.refresh_token (session_id);

CREATE TABLE identity.invitation (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES identity.organisation,
    email           text        NOT NULL,
    email_key       text        NOT NULL,
    driver_id       uuid,
    token_hash      bytea       NOT NULL UNIQUE,
    invited_by      uuid        NOT NULL REFERENCES identity.person,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    accepted_at     timestamptz,
    accepted_by     uuid,
    version         int         NOT NULL
);
CREATE INDEX invitation_organisation ON identity.invitation (organisation_id, id);

CREATE TABLE identity.invitation_role (
    invitation_id uuid NOT NULL REFERENCES identity.invitation ON DELETE CASCADE,
    role          text NOT NULL,
    PRIMARY KEY (invitation_id, role)
);

-- Written by the launcher at first start; whoever has the link makes the first ADMIN with it, once.
CREATE TABLE identity.admin_link (
    token_hash bytea       PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at    timestamptz,
    used_by    uuid
);

GRANT USAGE ON SCHEMA identity TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO lanerunner_app;
REVOKE INSERT, DELETE ON identity.admin_link FROM lanerunner_app;
