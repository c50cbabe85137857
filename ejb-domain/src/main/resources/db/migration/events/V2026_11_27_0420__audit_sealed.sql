-- The audit says from where somebody called (sealed under that person's key), and what came of it: calls that were refused stand there too, several of a kind in one row.
-- Its rows have a place in the order of their commits, as the log's do, and are sealed in blocks in that order.
ALTER TABLE audit.entry
    ADD COLUMN origin bytea,
    ADD COLUMN outcome text NOT NULL DEFAULT 'DONE' CONSTRAINT entry_outcome CHECK (outcome IN ('DONE', 'DENIED', 'FAILED')),
    ADD COLUMN slug text,
    ADD COLUMN times integer NOT NULL DEFAULT 1 CONSTRAINT entry_times CHECK (times > 0),
    ADD COLUMN epoch integer NOT NULL DEFAULT 0,
    ADD COLUMN xid xid8 NOT NULL DEFAULT '0';
ALTER TABLE audit.entry ALTER COLUMN epoch SET DEFAULT events.present_epoch(), ALTER COLUMN xid SET DEFAULT pg_current_xact_id();
ALTER TABLE audit.entry DROP CONSTRAINT entry_principal, DROP CONSTRAINT entry_principal_named;
ALTER TABLE audit.entry ADD CONSTRAINT entry_principal CHECK (principal IN ('PERSON', 'API_KEY', 'SYSTEM', 'NOBODY')),
    ADD CONSTRAINT entry_principal_named CHECK ((principal IN ('SYSTEM', 'NOBODY')) = (principal_id IS NULL));
CREATE INDEX entry_place ON audit.entry (epoch, xid, id);
CREATE INDEX entry_organisation ON audit.entry (organisation_id, id);

-- A block of rows of one month that follow each other: which they are, what each says (a digest), and the head of the chain with them. Each head is made of the one before.
CREATE TABLE audit.seal (
    number    bigint      PRIMARY KEY CHECK (number > 0),
    month     date        NOT NULL,
    epoch     integer     NOT NULL,
    xid       xid8        NOT NULL,
    last_id   uuid        NOT NULL,
    rows      integer     NOT NULL CHECK (rows > 0),
    row_ids   uuid[],
    digests   bytea,
    content   bytea       NOT NULL,
    previous  bytea       NOT NULL UNIQUE,
    head      bytea       NOT NULL UNIQUE,
    sealed_at timestamptz NOT NULL
);
CREATE INDEX seal_month ON audit.seal (month, number);
GRANT SELECT, INSERT ON audit.seal TO lanerunner_app;

-- A month of the audit leaves its head when it falls; its blocks stay as links of the chain.
CREATE OR REPLACE FUNCTION events.drop_month(log regclass, first_day date) RETURNS void
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
    EXECUTE format('INSERT INTO events.fallen_month (log, month, rows, first_at, last_at, fell_at, sealed_head) '
        'SELECT %1$L, %2$L, count(*), min(%3$I), max(%3$I), now(), '
        '(SELECT head FROM audit.seal WHERE %1$L = ''audit.entry'' AND month = %2$L ORDER BY number DESC LIMIT 1) FROM %4$s',
        log::text, first_day, time_column, month_name);
    IF log = 'audit.entry'::regclass THEN
        UPDATE audit.seal SET row_ids = NULL, digests = NULL WHERE month = first_day;
    END IF;
    EXECUTE format('DROP TABLE %s', month_name);
END $$;
