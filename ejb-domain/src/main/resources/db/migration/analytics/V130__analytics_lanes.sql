-- analytics: the lane report by business date, its runs, and the counts of events by date that the topics feed.
CREATE SCHEMA analytics;

CREATE TABLE analytics.lane_run (
    id            uuid        PRIMARY KEY,
    business_date date        NOT NULL,
    zone          text        NOT NULL,
    cause         text        NOT NULL CHECK (cause IN ('TIMER', 'DEMAND')),
    status        text        NOT NULL CHECK (status IN ('REQUESTED', 'RUNNING', 'DONE', 'FAILED')),
    up_to         timestamptz NOT NULL,
    requested_at  timestamptz NOT NULL,
    started_at    timestamptz,
    finished_at   timestamptz,
    node          text,
    execution_id  bigint,
    CONSTRAINT lane_run_finished CHECK ((finished_at IS NOT NULL) = (status IN ('DONE', 'FAILED')))
);
-- Of many nodes whose timers ring, one starts the run of a closed date.
CREATE UNIQUE INDEX lane_run_once_by_timer ON analytics.lane_run (business_date) WHERE cause = 'TIMER';
CREATE INDEX lane_run_open ON analytics.lane_run (status) WHERE status IN ('REQUESTED', 'RUNNING');

-- No organisation: the whole platform's row.
CREATE TABLE analytics.lane_draft (
    run_id             uuid           NOT NULL REFERENCES analytics.lane_run,
    organisation_id    uuid,
    origin_region      text           NOT NULL,
    destination_region text           NOT NULL,
    currency           varchar(3)     NOT NULL,
    loads_posted       integer        NOT NULL,
    loads_booked       integer        NOT NULL,
    rate_low_minor     bigint,
    rate_median_minor  bigint,
    rate_high_minor    bigint,
    rate_count         integer        NOT NULL,
    empty_kilometers   numeric(12, 1) NOT NULL,
    CONSTRAINT lane_draft_rates CHECK ((rate_count = 0) = (rate_low_minor IS NULL))
);
CREATE UNIQUE INDEX lane_draft_lane ON analytics.lane_draft
    (run_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'), origin_region, destination_region, currency);

CREATE TABLE analytics.lane_row (
    business_date      date           NOT NULL,
    organisation_id    uuid,
    origin_region      text           NOT NULL,
    destination_region text           NOT NULL,
    currency           varchar(3)     NOT NULL,
    loads_posted       integer        NOT NULL,
    loads_booked       integer        NOT NULL,
    rate_low_minor     bigint,
    rate_median_minor  bigint,
    rate_high_minor    bigint,
    rate_count         integer        NOT NULL,
    empty_kilometers   numeric(12, 1) NOT NULL
);
CREATE UNIQUE INDEX lane_row_lane ON analytics.lane_row
    (business_date, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'), origin_region, destination_region, currency);

-- Which run the rows of a date come from, and up to when it looked.
CREATE TABLE analytics.lane_date (
    business_date date        PRIMARY KEY,
    zone          text        NOT NULL,
    up_to         timestamptz NOT NULL,
    run_id        uuid        NOT NULL REFERENCES analytics.lane_run
);

CREATE TABLE analytics.event_count (
    business_date date   NOT NULL,
    type          text   NOT NULL,
    events        bigint NOT NULL,
    PRIMARY KEY (business_date, type)
);

-- Great-circle kilometres on a sphere of the mean earth radius.
CREATE FUNCTION analytics.kilometers(latitude_a double precision, longitude_a double precision, latitude_b double precision, longitude_b double precision)
    RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 2 * 6371.0088 * asin(least(1, sqrt(
        power(sin(radians(latitude_b - latitude_a) / 2), 2)
        + cos(radians(latitude_a)) * cos(radians(latitude_b)) * power(sin(radians(longitude_b - longitude_a) / 2), 2))))
$$;

GRANT USAGE ON SCHEMA analytics TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON analytics.lane_run, analytics.lane_date, analytics.event_count TO lanerunner_app;
GRANT SELECT, INSERT, DELETE ON analytics.lane_draft, analytics.lane_row TO lanerunner_app;
