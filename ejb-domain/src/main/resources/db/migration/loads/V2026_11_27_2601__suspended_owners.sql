-- Whose loads the market does not see, since the platform has suspended them.
CREATE TABLE loads.suspended_owner (organisation_id uuid PRIMARY KEY);
GRANT SELECT, INSERT, DELETE ON loads.suspended_owner TO lanerunner_app;
