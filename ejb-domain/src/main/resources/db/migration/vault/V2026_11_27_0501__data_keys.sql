-- The keys under which secrets lie in other features' tables, one in use a purpose. Each is itself sealed under a master key, which is in no database.
CREATE SCHEMA vault;

CREATE TABLE vault.data_key (
    id         uuid        PRIMARY KEY,
    purpose    text        NOT NULL CHECK (purpose ~ '^[a-z]+\.[a-z-]+$'),
    master_key text        NOT NULL CHECK (master_key ~ '^[0-9a-f]{16}$'),
    wrapped    bytea       NOT NULL,
    made_at    timestamptz NOT NULL,
    retired_at timestamptz
);
CREATE UNIQUE INDEX data_key_in_use ON vault.data_key (purpose) WHERE retired_at IS NULL;

GRANT USAGE ON SCHEMA vault TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE (master_key, wrapped, retired_at) ON vault.data_key TO lanerunner_app;
