-- Who learns from events, and how far each is with learning anew from the log. A delivery holds the row shared, a replay alone: never both at once.
CREATE TABLE events.consumer (
    name                text    PRIMARY KEY,
    replayable          boolean NOT NULL,
    replay_requested_at timestamptz,
    replay_started_at   timestamptz,
    replay_after        text,
    replayed_events     bigint  NOT NULL DEFAULT 0,
    replay_finished_at  timestamptz
);

GRANT SELECT, INSERT, UPDATE ON events.consumer TO lanerunner_app;
