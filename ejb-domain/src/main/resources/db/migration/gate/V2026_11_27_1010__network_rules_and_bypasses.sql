-- Networks that are shut out of the whole installation, or let in though a wider one is shut out. Few, and known in memory on every node.
CREATE TABLE gate.network_rule (
    id        uuid        PRIMARY KEY,
    network   text        NOT NULL UNIQUE CHECK (length(network) <= 18),
    effect    text        NOT NULL CHECK (effect IN ('DENY', 'ALLOW')),
    reason    text        NOT NULL CHECK (length(reason) <= 300),
    until     timestamptz,
    made_by   uuid        NOT NULL,
    made_at   timestamptz NOT NULL
);

-- Tokens that lift rates for a while. What opens one is known as its hash only; how often it was used is written by a timer.
CREATE TABLE gate.rate_bypass (
    id           uuid        PRIMARY KEY,
    hash         bytea       NOT NULL UNIQUE,
    reason       text        NOT NULL CHECK (length(reason) <= 300),
    rates        text        NOT NULL,
    networks     text        NOT NULL,
    made_by      uuid        NOT NULL,
    made_at      timestamptz NOT NULL,
    until        timestamptz NOT NULL CHECK (until <= made_at + interval '24 hours'),
    revoked_at   timestamptz,
    last_used_at timestamptz,
    uses         bigint      NOT NULL DEFAULT 0
);
GRANT SELECT, INSERT, DELETE ON gate.network_rule TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON gate.rate_bypass TO lanerunner_app;
