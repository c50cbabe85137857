-- The audit says what changed, falls by months as the log does, and keeps what names a person under a key of that person's.
ALTER TABLE audit.entry RENAME TO entry_before;
ALTER TABLE audit.entry_before RENAME CONSTRAINT entry_pkey TO entry_before_pkey;

CREATE TABLE audit.entry (
    id              uuid        NOT NULL,
    at              timestamptz NOT NULL,
    person_id       uuid,
    organisation_id uuid,
    session_id      uuid,
    action          text        NOT NULL,
    subject_id      uuid,
    call            text        NOT NULL,
    correlation_id  text        NOT NULL,
    event_ids       uuid[]      NOT NULL,
    changes         jsonb       NOT NULL DEFAULT '[]',
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE audit.entry_default PARTITION OF audit.entry DEFAULT;

-- The key of whom a value names, itself encrypted under the installation's audit key. Without the row nobody can read those values any more.
CREATE TABLE audit.person_key (
    subject_id uuid        PRIMARY KEY,
    key        bytea       NOT NULL,
    made_at    timestamptz NOT NULL
);

-- A month of one log. What lies in its default partition moves there.
CREATE FUNCTION events.make_month(log regclass, time_column name, first_day date) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    space text;
    table_name text;
    month_name text;
    from_time timestamptz := first_day::timestamp AT TIME ZONE 'UTC';
    to_time   timestamptz := (first_day + interval '1 month') AT TIME ZONE 'UTC';
BEGIN
    SELECT n.nspname, c.relname INTO space, table_name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = log;
    month_name := table_name || '_' || to_char(first_day, 'YYYY_MM');
    IF to_regclass(format('%I.%I', space, month_name)) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE %I.%I (LIKE %I.%I INCLUDING ALL)', space, month_name, space, table_name);
    EXECUTE format('WITH moved AS (DELETE FROM %1$I.%2$I WHERE %3$I >= %4$L AND %3$I < %5$L RETURNING *) INSERT INTO %1$I.%6$I SELECT * FROM moved',
        space, table_name || '_default', time_column, from_time, to_time, month_name);
    EXECUTE format('ALTER TABLE %I.%I ATTACH PARTITION %I.%I FOR VALUES FROM (%L) TO (%L)', space, table_name, space, month_name, from_time, to_time);
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION events.make_month(regclass, name, date) FROM PUBLIC;

CREATE OR REPLACE FUNCTION events.make_partitions(months_ahead integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first_day date;
    made      integer := 0;
BEGIN
    IF months_ahead NOT BETWEEN 0 AND 120 THEN
        RAISE EXCEPTION 'months_ahead is a number from 0 to 120' USING ERRCODE = '22023';
    END IF;
    PERFORM pg_advisory_xact_lock(7210010);
    FOR i IN 0..months_ahead LOOP
        first_day := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => i))::date;
        made := made + events.make_month('events.event', 'recorded_at', first_day)::integer
            + events.make_month('audit.entry', 'at', first_day)::integer;
    END LOOP;
    RETURN made;
END $$;

-- A partition for each month that has rows, then the rows.
SELECT events.make_month('audit.entry', 'at', month::date)
FROM (SELECT DISTINCT date_trunc('month', at AT TIME ZONE 'UTC') AS month FROM audit.entry_before) months;
SELECT events.make_partitions(3);
INSERT INTO audit.entry (id, at, person_id, organisation_id, session_id, action, subject_id, call, correlation_id, event_ids)
SELECT id, at, person_id, organisation_id, session_id, action, subject_id, call, correlation_id, event_ids FROM audit.entry_before;
DROP TABLE audit.entry_before;

GRANT SELECT, INSERT ON audit.entry TO lanerunner_app;
GRANT SELECT, INSERT, DELETE ON audit.person_key TO lanerunner_app;
