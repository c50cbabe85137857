-- What callers have used, as the time until which their share is spent; keys are hashes. Not logged: after a crash everybody begins anew.
CREATE SCHEMA gate;
CREATE UNLOGGED TABLE gate.rate (
    key         uuid        PRIMARY KEY,
    spent_until timestamptz NOT NULL
);
GRANT USAGE ON SCHEMA gate TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON gate.rate TO lanerunner_app;
