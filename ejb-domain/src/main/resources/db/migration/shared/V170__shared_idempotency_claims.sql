-- A kept answer belongs to who asked for it, not to the whole organisation: a colleague may see less. Whose the older ones are nobody knows; they would
-- have lived for a day.
DELETE FROM shared.idempotent_answer;
ALTER TABLE shared.idempotent_answer
    ADD COLUMN principal_id uuid NOT NULL,
    DROP CONSTRAINT idempotent_answer_pkey,
    ADD CONSTRAINT idempotent_answer_pkey PRIMARY KEY (owner_id, principal_id, endpoint, key);

-- Keys of calls that are being worked on outside of any transaction. A claim whose process died runs out and is taken over; by its id its holder knows
-- whether it still is the holder.
CREATE TABLE shared.idempotency_claim (
    claim_id     uuid PRIMARY KEY,
    owner_id     uuid        NOT NULL,
    principal_id uuid        NOT NULL,
    endpoint     text        NOT NULL,
    key          text        NOT NULL,
    until        timestamptz NOT NULL,
    CONSTRAINT idempotency_claim_key UNIQUE (owner_id, principal_id, endpoint, key)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON shared.idempotency_claim TO lanerunner_app;
