-- Logins elsewhere by which persons come in, and what is under way between this server and a provider.
CREATE SCHEMA federation;

-- Who issued it and its subject there are the login; names and addresses of it may change hands.
CREATE TABLE federation.login (
    id           uuid        PRIMARY KEY,
    person_id    uuid        NOT NULL,
    issuer       text        NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    subject      text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    label        text        NOT NULL CHECK (length(label) BETWEEN 1 AND 254),
    linked_at    timestamptz NOT NULL,
    last_used_at timestamptz,
    version      integer     NOT NULL,
    CONSTRAINT login_once UNIQUE (issuer, subject)
);
CREATE INDEX login_person ON federation.login (person_id);

-- A step of coming in by a provider that waits for the next one: somebody is there and is to come back, is back with a login of nobody's, or is to confirm an address. Each is found by the
-- hash of what its person brings, once, in the same browser unless it is a mail that is waited for; what else is known of it lies sealed.
CREATE TABLE federation.step (
    id          uuid        PRIMARY KEY,
    secret_hash bytea       NOT NULL,
    device_hash bytea,
    kind        text        NOT NULL CHECK (kind IN ('SIGN_IN', 'LINK', 'ARRIVAL', 'REGISTRATION')),
    provider    text        NOT NULL,
    person_id   uuid,
    sealed      bytea       NOT NULL,
    begun_at    timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    CONSTRAINT step_once UNIQUE (secret_hash),
    CONSTRAINT step_whose CHECK ((person_id IS NOT NULL) = (kind = 'LINK')),
    CONSTRAINT step_where CHECK ((device_hash IS NULL) = (kind = 'REGISTRATION'))
);
CREATE INDEX step_expires ON federation.step (kind, expires_at);

GRANT USAGE ON SCHEMA federation TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON federation.login, federation.step TO lanerunner_app;
