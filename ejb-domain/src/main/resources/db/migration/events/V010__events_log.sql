-- events: the log of what happened (append-only, a partition a month), the outbox that the relay empties, the inbox of its consumers.
-- audit: who asked for what by which call, a row of the same transaction.
CREATE SCHEMA events;
CREATE SCHEMA audit;

CREATE TABLE events.event (
    id              uuid        NOT NULL,
    type            text        NOT NULL CHECK (type ~ '^[a-z]+\.[a-z-]+$'),
    version         integer     NOT NULL CHECK (version > 0),
    family          text        NOT NULL CHECK (family IN ('user', 'load', 'trip', 'booking', 'payment', 'location', 'document')),
    aggregate_id    uuid        NOT NULL,
    sequence        bigint      NOT NULL CHECK (sequence > 0),
    occurred_at     timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL,
    actor_id        uuid,
    organisation_id uuid,
    readers         uuid[]      NOT NULL,
    subjects        uuid[]      NOT NULL,
    correlation_id  text        NOT NULL,
    data            jsonb       NOT NULL,
    PRIMARY KEY (id, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX event_subjects ON events.event USING gin (subjects);

-- Nothing is lost when no month fits: the default takes it, and make_partitions moves it to its month later.
CREATE TABLE events.event_default PARTITION OF events.event DEFAULT;

-- Makes the partitions of this month and of the months ahead. The owner's right, lent to the server's role, which has no DDL.
CREATE FUNCTION events.make_partitions(months_ahead integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first_day date;
    next_day  date;
    name      text;
    made      integer := 0;
BEGIN
    IF months_ahead NOT BETWEEN 0 AND 120 THEN
        RAISE EXCEPTION 'months_ahead is a number from 0 to 120' USING ERRCODE = '22023';
    END IF;
    PERFORM pg_advisory_xact_lock(7210010);
    FOR i IN 0..months_ahead LOOP
        first_day := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => i))::date;
        next_day := (first_day + interval '1 month')::date;
        name := 'event_' || to_char(first_day, 'YYYY_MM');
        CONTINUE WHEN to_regclass('events.' || name) IS NOT NULL;
        EXECUTE format('CREATE TABLE events.%I (LIKE events.event INCLUDING ALL)', name);
        EXECUTE format('WITH moved AS (DELETE FROM events.event_default WHERE recorded_at >= %1$L AND recorded_at < %2$L RETURNING *) '
            'INSERT INTO events.%3$I SELECT * FROM moved', first_day::timestamp AT TIME ZONE 'UTC', next_day::timestamp AT TIME ZONE 'UTC', name);
        EXECUTE format('ALTER TABLE events.event ATTACH PARTITION events.%I FOR VALUES FROM (%L) TO (%L)', name,
            first_day::timestamp AT TIME ZONE 'UTC', next_day::timestamp AT TIME ZONE 'UTC');
        made := made + 1;
    END LOOP;
    RETURN made;
END $$;
REVOKE ALL ON FUNCTION events.make_partitions(integer) FROM PUBLIC;
SELECT events.make_partitions(3);

-- The last sequence number of an aggregate in a family's topic. Its row lock makes the order of numbers the order of commits.
CREATE TABLE events.aggregate_sequence (
    family       text   NOT NULL,
    aggregate_id uuid   NOT NULL,
    last         bigint NOT NULL,
    PRIMARY KEY (family, aggregate_id)
);

CREATE TABLE events.bucket (bucket smallint PRIMARY KEY);
INSERT INTO events.bucket SELECT generate_series(0, 15);

CREATE TABLE events.outbox (
    id           bigserial   PRIMARY KEY,
    bucket       smallint    NOT NULL REFERENCES events.bucket,
    topic        text        NOT NULL,
    event_id     uuid        NOT NULL,
    aggregate_id uuid        NOT NULL,
    sequence     bigint      NOT NULL,
    payload      text        NOT NULL,
    created_at   timestamptz NOT NULL
);
CREATE INDEX outbox_bucket ON events.outbox (bucket, id);

CREATE TABLE events.inbox (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_received_at ON events.inbox (received_at);

CREATE TABLE audit.entry (
    id              uuid        PRIMARY KEY,
    at              timestamptz NOT NULL,
    person_id       uuid,
    organisation_id uuid,
    session_id      uuid,
    action          text        NOT NULL,
    subject_id      uuid,
    call            text        NOT NULL,
    correlation_id  text        NOT NULL,
    event_ids       uuid[]      NOT NULL
);
CREATE INDEX entry_subject ON audit.entry (subject_id);

GRANT USAGE ON SCHEMA events, audit TO lanerunner_app;
GRANT SELECT, INSERT ON events.event, audit.entry TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON events.aggregate_sequence TO lanerunner_app;
GRANT SELECT, UPDATE ON events.bucket TO lanerunner_app;
GRANT SELECT, INSERT, DELETE ON events.outbox, events.inbox TO lanerunner_app;
GRANT USAGE ON SEQUENCE events.outbox_id_seq TO lanerunner_app;
GRANT EXECUTE ON FUNCTION events.make_partitions(integer) TO lanerunner_app;
