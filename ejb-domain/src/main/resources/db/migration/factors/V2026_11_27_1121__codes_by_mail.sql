-- Who is asked at sign-in for a code that is sent to the confirmed address, having nothing better.
CREATE TABLE factors.codes_by_mail (
    person_id uuid        PRIMARY KEY,
    since     timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON factors.codes_by_mail TO lanerunner_app;

-- The code that was sent for a sign-in; one that is sent again takes its place.
ALTER TABLE factors.challenge
    ADD COLUMN code_hash    bytea,
    ADD COLUMN code_sent_at timestamptz,
    ADD COLUMN code_until   timestamptz;
