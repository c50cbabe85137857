-- What is agreed is agreed of a leg: it has its stops, its status, its carrier and booking, and what the market searches by. Every load had one leg, which takes
-- over what stood on the load. The load's own status stays in its row; it follows from its legs.
ALTER TABLE loads.leg
    ADD COLUMN status text,
    ADD COLUMN carrier_organisation_id uuid,
    ADD COLUMN booking_id uuid,
    ADD COLUMN distance_meters bigint CHECK (distance_meters >= 0),
    ADD COLUMN origin_latitude double precision,
    ADD COLUMN origin_longitude double precision,
    ADD COLUMN origin_region text,
    ADD COLUMN destination_region text,
    ADD COLUMN first_window_start timestamptz,
    ADD COLUMN expires_at timestamptz;

UPDATE loads.leg g SET status = l.status, carrier_organisation_id = l.carrier_organisation_id, booking_id = l.booking_id, distance_meters = l.distance_meters,
    origin_latitude = l.origin_latitude, origin_longitude = l.origin_longitude, origin_region = l.origin_region, destination_region = l.destination_region,
    first_window_start = l.first_window_start, expires_at = l.expires_at
FROM loads.load l WHERE l.id = g.load_id;

ALTER TABLE loads.leg
    ALTER COLUMN status SET NOT NULL,
    ALTER COLUMN distance_meters SET NOT NULL,
    ALTER COLUMN origin_latitude SET NOT NULL,
    ALTER COLUMN origin_longitude SET NOT NULL,
    ALTER COLUMN origin_region SET NOT NULL,
    ALTER COLUMN destination_region SET NOT NULL,
    ALTER COLUMN first_window_start SET NOT NULL,
    ALTER COLUMN expires_at SET NOT NULL,
    ADD COLUMN origin_x double precision NOT NULL GENERATED ALWAYS AS (cos(radians(origin_latitude)) * cos(radians(origin_longitude))) STORED,
    ADD COLUMN origin_y double precision NOT NULL GENERATED ALWAYS AS (cos(radians(origin_latitude)) * sin(radians(origin_longitude))) STORED,
    ADD COLUMN origin_z double precision NOT NULL GENERATED ALWAYS AS (sin(radians(origin_latitude))) STORED,
    ADD CONSTRAINT leg_booked_by_a_carrier CHECK ((booking_id IS NULL) = (carrier_organisation_id IS NULL)),
    ADD CONSTRAINT leg_booked_or_not CHECK ((booking_id IS NULL) = (status IN ('DRAFT', 'OPEN', 'EXPIRED', 'CANCELLED')));

CREATE INDEX leg_open_origin ON loads.leg (origin_latitude, origin_longitude) WHERE status = 'OPEN';
CREATE INDEX leg_open_expiry ON loads.leg (expires_at) WHERE status = 'OPEN';

ALTER TABLE loads.stop ADD COLUMN leg_id uuid REFERENCES loads.leg;
UPDATE loads.stop s SET leg_id = g.id FROM loads.leg g WHERE g.load_id = s.load_id;
ALTER TABLE loads.stop ALTER COLUMN leg_id SET NOT NULL;
CREATE INDEX stop_of_leg ON loads.stop (leg_id);

-- Their indexes and the constraint between them go with the columns.
ALTER TABLE loads.load
    DROP COLUMN carrier_organisation_id,
    DROP COLUMN booking_id,
    DROP COLUMN origin_x,
    DROP COLUMN origin_y,
    DROP COLUMN origin_z,
    DROP COLUMN origin_latitude,
    DROP COLUMN origin_longitude,
    DROP COLUMN first_window_start,
    DROP COLUMN expires_at;
