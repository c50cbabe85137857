-- Where a person signed in from, known by a key that only that browser or program has; one that shows none is known by what it calls itself.
CREATE TABLE identity.device (
    id            uuid        PRIMARY KEY,
    person_id     uuid        NOT NULL REFERENCES identity.person,
    key_hash      bytea       NOT NULL,
    keyed         boolean     NOT NULL,
    name          text        CHECK (length(name) <= 80),
    first_seen_at timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    CONSTRAINT device_once UNIQUE (person_id, key_hash)
);
CREATE INDEX device_last_seen ON identity.device (last_seen_at);

-- When the person last proved who they are, and by what (words of RFC 8176, a space between them); sessions of before were opened by a password.
ALTER TABLE identity.session
    ADD COLUMN device_id    uuid REFERENCES identity.device ON DELETE SET NULL,
    ADD COLUMN address      text CHECK (length(address) <= 64),
    ADD COLUMN last_used_at timestamptz,
    ADD COLUMN proven_at    timestamptz,
    ADD COLUMN proven_by    text NOT NULL DEFAULT 'pwd';
UPDATE identity.session s SET proven_at = created_at, last_used_at = greatest(created_at,
    (SELECT max(t.created_at) FROM identity.refresh_token t WHERE t.session_id = s.id));
ALTER TABLE identity.session
    ALTER COLUMN last_used_at SET NOT NULL,
    ALTER COLUMN proven_at SET NOT NULL,
    ALTER COLUMN proven_by DROP DEFAULT;
CREATE INDEX session_device ON identity.session (device_id);

-- What was proven before this opens no session any more: the password changed since, or somebody ended all.
ALTER TABLE identity.person ADD COLUMN proofs_from timestamptz NOT NULL DEFAULT 'epoch';

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.device TO lanerunner_app;
