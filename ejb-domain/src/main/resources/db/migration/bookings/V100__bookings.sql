-- Bookings and their stops as agreed and as driven. A leg has one booking that stands, the database says so too.
CREATE SCHEMA bookings;

CREATE TABLE bookings.booking (
    id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    load_id uuid NOT NULL,
    load_reference text NOT NULL,
    leg_id uuid NOT NULL,
    trip_id uuid NOT NULL,
    driver_id uuid,
    offer_id uuid NOT NULL UNIQUE,
    buyer_organisation_id uuid NOT NULL,
    seller_organisation_id uuid NOT NULL,
    status text NOT NULL,
    price_minor bigint NOT NULL CHECK (price_minor > 0),
    fee_minor bigint NOT NULL CHECK (fee_minor BETWEEN 0 AND price_minor),
    currency varchar(3) NOT NULL,
    test_money boolean NOT NULL,
    proof_received_by text,
    proof_occurred_at timestamptz,
    proof_received_at timestamptz,
    proof_latitude double precision CHECK (proof_latitude BETWEEN -90 AND 90),
    proof_longitude double precision CHECK (proof_longitude BETWEEN -180 AND 180),
    proof_document_id uuid,
    created_at timestamptz NOT NULL,
    dispatched_at timestamptz,
    dispatched_received_at timestamptz,
    delivered_at timestamptz,
    release_due_at timestamptz,
    settled_at timestamptz,
    cancelled_at timestamptz,
    cancel_reason text,
    version integer NOT NULL,
    CHECK (buyer_organisation_id <> seller_organisation_id),
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)),
    CHECK (status NOT IN ('DELIVERED', 'SETTLED') OR proof_received_by IS NOT NULL),
    CHECK ((status = 'SETTLED') = (settled_at IS NOT NULL))
);

CREATE UNIQUE INDEX booking_of_leg ON bookings.booking (leg_id) WHERE status <> 'CANCELLED';
CREATE INDEX booking_of_buyer ON bookings.booking (buyer_organisation_id, id DESC);
CREATE INDEX booking_of_seller ON bookings.booking (seller_organisation_id, id DESC);
CREATE INDEX booking_of_trip ON bookings.booking (trip_id);
CREATE INDEX booking_release_due ON bookings.booking (release_due_at) WHERE status = 'DELIVERED';

CREATE TABLE bookings.stop (
    id uuid PRIMARY KEY,
    booking_id uuid NOT NULL REFERENCES bookings.booking,
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
    arrived_at timestamptz,
    arrived_received_at timestamptz,
    arrival_source text,
    arrived_already_there boolean NOT NULL,
    arrival_reason text,
    departed_at timestamptz,
    departed_received_at timestamptz,
    departure_source text,
    departure_reason text,
    UNIQUE (booking_id, sequence),
    CHECK (departed_at IS NULL OR departed_at >= arrived_at)
);

GRANT USAGE ON SCHEMA bookings TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON bookings.booking, bookings.stop TO lanerunner_app;
