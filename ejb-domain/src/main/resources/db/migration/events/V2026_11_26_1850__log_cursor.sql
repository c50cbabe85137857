-- A reader follows the log by (epoch, xid, id). The transaction's number tells which rows are all there: those of transactions older than any that still runs.
-- Numbers start anew in another cluster, so each belongs to an epoch, which begins when the database finds itself in a cluster that it does not know.
CREATE TABLE events.epoch (
    epoch             integer     PRIMARY KEY CHECK (epoch > 0),
    system_identifier bigint      NOT NULL,
    began_at          timestamptz NOT NULL
);
INSERT INTO events.epoch SELECT 1, system_identifier, now() FROM pg_control_system();

CREATE FUNCTION events.present_epoch() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT max(epoch) FROM events.epoch';

-- For the launcher, before the server starts. Always true: also after an older copy of the same cluster was put back, whose numbers come a second time.
CREATE FUNCTION events.begin_epoch(always boolean) RETURNS integer
    LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO events.epoch (epoch, system_identifier, began_at)
    SELECT last.epoch + 1, here.system_identifier, now()
    FROM pg_control_system() here, (SELECT epoch, system_identifier FROM events.epoch ORDER BY epoch DESC LIMIT 1) last
    WHERE always OR last.system_identifier <> here.system_identifier
    RETURNING epoch
$$;
REVOKE ALL ON FUNCTION events.begin_epoch(boolean) FROM PUBLIC;

-- What is there already comes before all else, in the order of its ids.
ALTER TABLE events.event ADD COLUMN epoch integer NOT NULL DEFAULT 0, ADD COLUMN xid xid8 NOT NULL DEFAULT '0';
ALTER TABLE events.event ALTER COLUMN epoch SET DEFAULT events.present_epoch(), ALTER COLUMN xid SET DEFAULT pg_current_xact_id();
CREATE INDEX event_cursor ON events.event (epoch, xid, id);

GRANT SELECT ON events.epoch TO lanerunner_app;
