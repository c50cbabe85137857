-- Of what is due by itself (expiry, release) and failed: when it is tried again. What succeeds, or is not due any more, has no row.
CREATE TABLE bookings.due_attempt (
    kind        text        NOT NULL CHECK (kind ~ '^[a-z-]+$'),
    id          uuid        NOT NULL,
    attempts    integer     NOT NULL CHECK (attempts > 0),
    error       text        NOT NULL CHECK (error ~ '^[a-z0-9-]+/[a-z0-9-]+$'),
    tried_at    timestamptz NOT NULL,
    next_try_at timestamptz NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX due_attempt_listed ON bookings.due_attempt (id);

GRANT SELECT, INSERT, UPDATE, DELETE ON bookings.due_attempt TO lanerunner_app;
