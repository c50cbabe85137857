-- Failed attempts to sign in, by account and place: hashes alone, also of accounts that are not there. Not logged: a crash may forget them, which nobody can bring about
-- who only guesses, and counting costs no write to the disk.
CREATE UNLOGGED TABLE identity.attempt (
    key_hash     bytea       PRIMARY KEY,
    failures     integer     NOT NULL CHECK (failures >= 0),
    last_at      timestamptz NOT NULL,
    locked_until timestamptz
);
CREATE INDEX attempt_last ON identity.attempt (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.attempt TO lanerunner_app;
