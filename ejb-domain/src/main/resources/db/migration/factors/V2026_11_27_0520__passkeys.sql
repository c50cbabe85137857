-- Passkeys of persons. The key is public; what counts is that it is the person's.
CREATE TABLE factors.passkey (
    id              uuid        PRIMARY KEY,
    person_id       uuid        NOT NULL,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    host            text        NOT NULL,
    credential_id   bytea       NOT NULL,
    credential      bytea       NOT NULL,
    transports      text        NOT NULL,
    backup_eligible boolean     NOT NULL,
    made_at         timestamptz NOT NULL,
    sign_count      bigint      NOT NULL,
    last_used_at    timestamptz,
    version         integer     NOT NULL,
    CONSTRAINT passkey_once UNIQUE (credential_id)
);
CREATE INDEX passkey_person ON factors.passkey (person_id);

-- A ceremony with a passkey: what it is for, what the passkey is to sign, and for which site. Who signs in with a passkey alone is not known before.
ALTER TABLE factors.challenge
    ALTER COLUMN person_id DROP NOT NULL,
    ADD COLUMN purpose text NOT NULL DEFAULT 'SIGN_IN' CHECK (purpose IN ('SIGN_IN', 'PASSKEY', 'PROVE', 'ADD')),
    ADD COLUMN nonce   bytea,
    ADD COLUMN host    text,
    ADD CONSTRAINT challenge_whose CHECK (person_id IS NOT NULL OR purpose = 'PASSKEY');
ALTER TABLE factors.challenge ALTER COLUMN purpose DROP DEFAULT;

GRANT SELECT, INSERT, UPDATE, DELETE ON factors.passkey TO lanerunner_app;
