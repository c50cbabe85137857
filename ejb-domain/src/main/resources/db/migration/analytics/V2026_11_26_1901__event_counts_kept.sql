-- The counts of events that stand in the log no more.
CREATE TABLE analytics.event_count_kept (
    business_date date   NOT NULL,
    type          text   NOT NULL,
    events        bigint NOT NULL,
    PRIMARY KEY (business_date, type)
);

GRANT SELECT, INSERT, UPDATE ON analytics.event_count_kept TO lanerunner_app;
GRANT DELETE ON analytics.event_count TO lanerunner_app;
