-- Trips, their stops, the capacity left on each segment, and what each booking has taken.
CREATE SCHEMA trips;

CREATE TABLE trips.trip (
    id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    organisation_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
    equipment text NOT NULL,
    weight_kilograms numeric(12, 3) CHECK (weight_kilograms >= 0),
    volume_cubic_meters numeric(12, 3) CHECK (volume_cubic_meters >= 0),
    loading_meters numeric(12, 3) CHECK (loading_meters >= 0),
    pieces integer CHECK (pieces >= 0),
    seats integer CHECK (seats >= 0),
    driver_id uuid,
    driver_name text,
    vehicle_id uuid,
    vehicle_name text,
    vehicle_plate text,
    ask_per_kilometer_minor bigint CHECK (ask_per_kilometer_minor > 0),
    ask_currency varchar(3),
    floor_price_minor bigint CHECK (floor_price_minor > 0),
    floor_currency varchar(3),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    late_entry boolean NOT NULL,
    made_for_booking boolean NOT NULL,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    completed_at timestamptz,
    version integer NOT NULL,
    CHECK (ends_at >= starts_at),
    CHECK ((driver_id IS NULL) = (vehicle_id IS NULL)),
    CHECK (status NOT IN ('IN_PROGRESS', 'COMPLETED') OR driver_id IS NOT NULL),
    CONSTRAINT driver_on_one_trip EXCLUDE USING gist (driver_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'CANCELLED'),
    CONSTRAINT vehicle_on_one_trip EXCLUDE USING gist (vehicle_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'CANCELLED')
);

CREATE INDEX trip_of_organisation ON trips.trip (organisation_id, id DESC);
CREATE INDEX trip_published ON trips.trip (equipment, id DESC) WHERE status IN ('PLANNED', 'IN_PROGRESS');

CREATE TABLE trips.stop (
    id uuid PRIMARY KEY,
    trip_id uuid NOT NULL REFERENCES trips.trip,
    sequence integer NOT NULL CHECK (sequence >= 0),
    place_id text NOT NULL,
    place_name text NOT NULL,
    place_region text,
    place_country text NOT NULL,
    latitude double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    zone text NOT NULL,
    exact boolean NOT NULL,
    planned_local timestamp NOT NULL,
    planned_at timestamptz NOT NULL,
    UNIQUE (trip_id, sequence)
);

CREATE TABLE trips.segment (
    id uuid PRIMARY KEY,
    trip_id uuid NOT NULL REFERENCES trips.trip,
    sequence integer NOT NULL CHECK (sequence >= 0),
    remaining_weight_kilograms numeric(12, 3) CHECK (remaining_weight_kilograms >= 0),
    remaining_volume_cubic_meters numeric(12, 3) CHECK (remaining_volume_cubic_meters >= 0),
    remaining_loading_meters numeric(12, 3) CHECK (remaining_loading_meters >= 0),
    remaining_pieces integer CHECK (remaining_pieces >= 0),
    remaining_seats integer CHECK (remaining_seats >= 0),
    UNIQUE (trip_id, sequence)
);

CREATE TABLE trips.reservation (
    booking_id uuid PRIMARY KEY,
    trip_id uuid NOT NULL REFERENCES trips.trip,
    buyer_organisation_id uuid NOT NULL,
    from_segment integer NOT NULL CHECK (from_segment >= 0),
    to_segment integer NOT NULL,
    whole_vehicle boolean NOT NULL,
    weight_kilograms numeric(12, 3),
    volume_cubic_meters numeric(12, 3),
    loading_meters numeric(12, 3),
    pieces integer,
    seats integer,
    CHECK (to_segment > from_segment)
);
CREATE INDEX reservation_of_trip ON trips.reservation (trip_id);

GRANT USAGE ON SCHEMA trips TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON trips.trip, trips.segment TO lanerunner_app;
GRANT SELECT, INSERT ON trips.stop TO lanerunner_app;
GRANT SELECT, INSERT, DELETE ON trips.reservation TO lanerunner_app;
