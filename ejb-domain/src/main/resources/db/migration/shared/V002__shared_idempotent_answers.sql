-- Answers kept for a day under the client's idempotency key; written in the transaction of the effect they tell of.
CREATE SCHEMA IF NOT EXISTS shared;
CREATE TABLE shared.idempotent_answer (
    owner_id     uuid        NOT NULL,
    endpoint     text        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    status       int         NOT NULL,
    headers      text        NOT NULL,
    body         bytea       NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (owner_id, endpoint, key)
);
CREATE INDEX idempotent_answer_created_at ON shared.idempotent_answer (created_at);
GRANT USAGE ON SCHEMA shared TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON shared.idempotent_answer TO lanerunner_app;
