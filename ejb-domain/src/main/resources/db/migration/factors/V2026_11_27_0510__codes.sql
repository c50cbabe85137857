-- Second factors: an authenticator app a person, recovery codes, and what is under way between a right password and a session.
CREATE SCHEMA factors;

CREATE TABLE factors.authenticator (
    id           uuid        PRIMARY KEY,
    person_id    uuid        NOT NULL UNIQUE,
    secret       bytea       NOT NULL,
    made_at      timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step    bigint      NOT NULL DEFAULT 0,
    last_used_at timestamptz,
    version      integer     NOT NULL
);

CREATE TABLE factors.recovery_code (
    person_id uuid        NOT NULL,
    hash      bytea       NOT NULL,
    made_at   timestamptz NOT NULL,
    used_at   timestamptz,
    PRIMARY KEY (person_id, hash)
);

-- What was begun and is finished by showing a factor: once, with few tries, within minutes.
CREATE TABLE factors.challenge (
    hash       bytea       PRIMARY KEY,
    person_id  uuid        NOT NULL,
    proven_at  timestamptz NOT NULL,
    tries      smallint    NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL
);
CREATE INDEX challenge_expires ON factors.challenge (expires_at);
CREATE INDEX challenge_person ON factors.challenge (person_id);

-- Codes that could be guessed: how many were wrong since the last right one, and until when none is looked at.
CREATE TABLE factors.wrong_code (
    person_id  uuid        PRIMARY KEY,
    failures   integer     NOT NULL,
    not_before timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA factors TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON factors.authenticator, factors.recovery_code, factors.challenge, factors.wrong_code TO lanerunner_app;
