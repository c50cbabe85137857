-- Where a trip's vehicle was. Positions belong to trip, driver and vehicle, never to a booking; bookings read them between dispatch and delivery.
CREATE SCHEMA tracking;

-- One fix a trip and time: the key itself makes a repeated batch harmless and gives the track in time order.
CREATE TABLE tracking.position (
    trip_id                 uuid NOT NULL,
    at                      timestamptz NOT NULL,
    driver_id               uuid NOT NULL,
    vehicle_id              uuid NOT NULL,
    latitude                double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude               double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    accuracy_meters         double precision CHECK (accuracy_meters >= 0),
    speed_meters_per_second double precision CHECK (speed_meters_per_second >= 0),
    heading_degrees         double precision CHECK (heading_degrees BETWEEN 0 AND 360),
    received_at             timestamptz NOT NULL,
    PRIMARY KEY (trip_id, at)
);

-- A row a trip, locked by each batch, so that batches of one trip come one after another.
CREATE TABLE tracking.track (
    trip_id         uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    last_batch_at   timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA tracking TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON tracking.position, tracking.track TO lanerunner_app;
