-- Loads with their stops and legs. The owner and, once covered, the carrier stand in the row, because they decide who may see it.
CREATE SCHEMA loads;

CREATE TABLE loads.load (
    id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    organisation_id uuid NOT NULL,
    carrier_organisation_id uuid,
    booking_id uuid,
    status text NOT NULL,
    equipment text NOT NULL,
    mode text NOT NULL CHECK (mode IN ('FULL', 'PARTIAL')),
    weight_kilograms numeric(12, 3) CHECK (weight_kilograms >= 0),
    volume_cubic_meters numeric(12, 3) CHECK (volume_cubic_meters >= 0),
    loading_meters numeric(12, 3) CHECK (loading_meters >= 0),
    pieces integer CHECK (pieces >= 0),
    seats integer CHECK (seats >= 0),
    commodity text,
    notes text,
    price_minor bigint CHECK (price_minor > 0),
    currency varchar(3) NOT NULL,
    test_money boolean NOT NULL,
    late_entry boolean NOT NULL,
    distance_meters bigint NOT NULL CHECK (distance_meters >= 0),
    origin_latitude double precision NOT NULL,
    origin_longitude double precision NOT NULL,
    origin_region text NOT NULL,
    destination_region text NOT NULL,
    first_window_start timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    posted_at timestamptz,
    version integer NOT NULL,
    CHECK ((booking_id IS NULL) = (carrier_organisation_id IS NULL))
);

CREATE INDEX load_of_organisation ON loads.load (organisation_id, id DESC);
CREATE INDEX load_of_carrier ON loads.load (carrier_organisation_id) WHERE carrier_organisation_id IS NOT NULL;
CREATE INDEX load_open ON loads.load (id DESC) WHERE status = 'OPEN';
CREATE INDEX load_open_origin ON loads.load (origin_latitude, origin_longitude) WHERE status = 'OPEN';
CREATE INDEX load_open_expiry ON loads.load (expires_at) WHERE status = 'OPEN';

CREATE TABLE loads.stop (
    id uuid PRIMARY KEY,
    load_id uuid NOT NULL REFERENCES loads.load,
    sequence integer NOT NULL CHECK (sequence >= 0),
    kind text NOT NULL CHECK (kind IN ('PICKUP', 'DELIVERY')),
    place_id text NOT NULL,
    place_name text NOT NULL,
    place_region text,
    place_country text NOT NULL,
    latitude double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    zone text NOT NULL,
    exact boolean NOT NULL,
    address text,
    contact_name text,
    contact_phone text,
    window_start_local timestamp NOT NULL,
    window_end_local timestamp NOT NULL,
    window_start timestamptz NOT NULL,
    window_end timestamptz NOT NULL,
    fence_radius_meters double precision NOT NULL CHECK (fence_radius_meters > 0),
    fence_confirm_fixes integer NOT NULL CHECK (fence_confirm_fixes > 0),
    fence_confirm_seconds integer NOT NULL CHECK (fence_confirm_seconds >= 0),
    fence_max_speed_meters_per_second double precision NOT NULL CHECK (fence_max_speed_meters_per_second > 0),
    CHECK (window_end > window_start)
);
-- Deferred, because a change writes the new stops before the old ones are gone.
ALTER TABLE loads.stop ADD CONSTRAINT stop_sequence UNIQUE (load_id, sequence) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE loads.leg (
    id uuid PRIMARY KEY,
    load_id uuid NOT NULL REFERENCES loads.load,
    sequence integer NOT NULL CHECK (sequence >= 0),
    from_stop integer NOT NULL CHECK (from_stop >= 0),
    to_stop integer NOT NULL,
    CHECK (to_stop > from_stop)
);
ALTER TABLE loads.leg ADD CONSTRAINT leg_sequence UNIQUE (load_id, sequence) DEFERRABLE INITIALLY DEFERRED;

GRANT USAGE ON SCHEMA loads TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON loads.load TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON loads.stop, loads.leg TO lanerunner_app;
