-- A retired key under which nothing is sealed any more loses its bytes; its row goes on telling that it was there.
ALTER TABLE vault.data_key
    ALTER COLUMN wrapped DROP NOT NULL,
    ADD COLUMN destroyed_at timestamptz,
    ADD CONSTRAINT data_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)),
    ADD CONSTRAINT data_key_retired_first CHECK (destroyed_at IS NULL OR retired_at IS NOT NULL);

-- The job that seals all values anew under the keys in use: who does it, how far it is, which values did not open.
CREATE TABLE vault.resealing (
    id           uuid        PRIMARY KEY,
    status       text        NOT NULL CHECK (status IN ('REQUESTED', 'RUNNING', 'DONE', 'FAILED')),
    requested_at timestamptz NOT NULL,
    started_at   timestamptz,
    moved_at     timestamptz,
    finished_at  timestamptz,
    node         text,
    execution_id bigint,
    looked_at    bigint      NOT NULL DEFAULT 0,
    resealed     bigint      NOT NULL DEFAULT 0,
    destroyed    integer     NOT NULL DEFAULT 0,
    unreadable   text[]      NOT NULL DEFAULT '{}'
);
-- One runs, and one may wait: what was retired meanwhile needs another look.
CREATE UNIQUE INDEX resealing_open ON vault.resealing (status) WHERE status IN ('REQUESTED', 'RUNNING');

GRANT UPDATE (destroyed_at) ON vault.data_key TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON vault.resealing TO lanerunner_app;
