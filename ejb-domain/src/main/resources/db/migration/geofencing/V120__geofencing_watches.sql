-- What the fences of a booking know so far: enough to go on with the next fix. It can be worked out anew from the positions at any time.
CREATE SCHEMA geofencing;

CREATE TABLE geofencing.watch (
    booking_id   uuid PRIMARY KEY,
    trip_id      uuid NOT NULL,
    evaluated_to timestamptz NOT NULL,
    state        jsonb NOT NULL
);

GRANT USAGE ON SCHEMA geofencing TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON geofencing.watch TO lanerunner_app;
