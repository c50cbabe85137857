-- Whose trips the market does not see, since the platform has suspended them.
CREATE TABLE trips.suspended_carrier (organisation_id uuid PRIMARY KEY);
GRANT SELECT, INSERT, DELETE ON trips.suspended_carrier TO lanerunner_app;
