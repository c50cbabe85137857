-- What is left of a month that fell: how much it was, from when to when. Its sealed head has its place here once months are sealed.
CREATE TABLE events.fallen_month (
    log         text        NOT NULL CHECK (log IN ('events.event', 'audit.entry')),
    month       date        NOT NULL,
    rows        bigint      NOT NULL,
    first_at    timestamptz,
    last_at     timestamptz,
    sealed_head bytea,
    fell_at     timestamptz NOT NULL,
    PRIMARY KEY (log, month)
);

-- The months of a log that end before a day.
CREATE FUNCTION events.months_before(log regclass, day date) RETURNS SETOF date
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT month FROM (
        SELECT to_date(right(part.relname, 7), 'YYYY_MM') AS month FROM pg_inherits i JOIN pg_class part ON part.oid = i.inhrelid
        WHERE i.inhparent = log AND part.relname ~ '_[0-9]{4}_[0-9]{2}$') months
    WHERE month + interval '1 month' <= day ORDER BY month
$$;

-- Drops a month of a log: the owner's right, lent to the server's role. Never one of the last twelve, whatever it is asked.
CREATE FUNCTION events.drop_month(log regclass, first_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    time_column name := CASE WHEN log = 'events.event'::regclass THEN 'recorded_at' WHEN log = 'audit.entry'::regclass THEN 'at' END;
    month_name  text := log::text || to_char(first_day, '_YYYY_MM');
BEGIN
    IF time_column IS NULL OR first_day <> date_trunc('month', first_day) THEN
        RAISE EXCEPTION '% has no month %', log, first_day USING ERRCODE = '22023';
    END IF;
    IF first_day + interval '13 months' > now() AT TIME ZONE 'UTC' THEN
        RAISE EXCEPTION 'the last twelve months stay' USING ERRCODE = '22023';
    END IF;
    EXECUTE format('INSERT INTO events.fallen_month (log, month, rows, first_at, last_at, fell_at) '
        'SELECT %1$L, %2$L, count(*), min(%3$I), max(%3$I), now() FROM %4$s', log::text, first_day, time_column, month_name);
    EXECUTE format('DROP TABLE %s', month_name);
END $$;
REVOKE ALL ON FUNCTION events.drop_month(regclass, date) FROM PUBLIC;

GRANT SELECT ON events.fallen_month TO lanerunner_app;
GRANT EXECUTE ON FUNCTION events.drop_month(regclass, date) TO lanerunner_app;
