-- Organisations that the platform has suspended, whose open offers, made and received, are still to be closed.
CREATE TABLE deals.suspended_party (organisation_id uuid PRIMARY KEY, suspended_at timestamptz NOT NULL);
GRANT SELECT, INSERT, DELETE ON deals.suspended_party TO lanerunner_app;
