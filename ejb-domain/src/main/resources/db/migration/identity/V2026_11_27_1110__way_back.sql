-- The way back of who lost password and factors but reads the mailbox: begun by a link, stopped by whoever is still signed in or reads the mail, finished after a wait.
CREATE TABLE identity.way_back (
    id           uuid        PRIMARY KEY,
    person_id    uuid        NOT NULL REFERENCES identity.person,
    status       text        NOT NULL CHECK (status IN ('WAITING', 'READY', 'STOPPED', 'OVER', 'DONE')),
    begun_at     timestamptz NOT NULL,
    ready_at     timestamptz NOT NULL,
    stop_hash    bytea       NOT NULL UNIQUE,
    finish_hash  bytea       UNIQUE,
    finish_until timestamptz,
    ended_at     timestamptz
);
CREATE UNIQUE INDEX way_back_open ON identity.way_back (person_id) WHERE status IN ('WAITING', 'READY');
CREATE INDEX way_back_of_person ON identity.way_back (person_id, begun_at);
CREATE INDEX way_back_due ON identity.way_back (ready_at) WHERE status = 'WAITING';
CREATE INDEX way_back_begun ON identity.way_back (begun_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.way_back TO lanerunner_app;

ALTER TABLE identity.mail_link DROP CONSTRAINT mail_link_purpose_check;
ALTER TABLE identity.mail_link ADD CONSTRAINT mail_link_purpose_check CHECK (purpose IN ('RESET', 'ADDRESS', 'WAY_BACK'));

-- When the present password was set by a link in a mail; null for one that its person chose while signed in.
ALTER TABLE identity.person ADD COLUMN password_mailed_at timestamptz;
