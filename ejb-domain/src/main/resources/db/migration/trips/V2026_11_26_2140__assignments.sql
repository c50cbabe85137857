-- Who drives what on a trip from when until when. That no driver and no vehicle is on two trips at once is held here from now on and no more on the trip: a trip
-- may pass from one to another, who is then free. Until when somebody is taken is what is planned; from when until when somebody drives is what was.
CREATE TABLE trips.assignment (
    id uuid PRIMARY KEY,
    trip_id uuid NOT NULL REFERENCES trips.trip,
    sequence integer NOT NULL CHECK (sequence >= 0),
    driver_id uuid NOT NULL,
    driver_name text NOT NULL,
    vehicle_id uuid NOT NULL,
    vehicle_name text NOT NULL,
    vehicle_plate text NOT NULL,
    from_at timestamptz NOT NULL,
    to_at timestamptz,
    taken_from timestamptz NOT NULL,
    taken_until timestamptz NOT NULL,
    assigned_at timestamptz NOT NULL,
    person_id uuid,
    UNIQUE (trip_id, sequence),
    CONSTRAINT assignment_drives CHECK (to_at >= from_at),
    CONSTRAINT assignment_taken CHECK (taken_until >= taken_from),
    CONSTRAINT driver_taken_once EXCLUDE USING gist (driver_id WITH =, tstzrange(taken_from, taken_until) WITH &&),
    CONSTRAINT vehicle_taken_once EXCLUDE USING gist (vehicle_id WITH =, tstzrange(taken_from, taken_until) WITH &&)
);

-- Of trips made before this the first and only assignment; when it was said was not kept, so it counts as said when the trip was made,
-- and its id is of then, since lists go by them.
INSERT INTO trips.assignment (id, trip_id, sequence, driver_id, driver_name, vehicle_id, vehicle_name, vehicle_plate, from_at, to_at, taken_from, taken_until, assigned_at)
SELECT (lpad(to_hex((extract(epoch FROM created_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(id::text), 1, 3) || '8' || substr(md5(id::text), 4, 15))::uuid,
    id, 0, driver_id, coalesce(driver_name, ''), vehicle_id, coalesce(vehicle_name, ''), coalesce(vehicle_plate, ''),
    coalesce(started_at, starts_at),
    CASE status
        WHEN 'COMPLETED' THEN greatest(coalesce(completed_at, ends_at), coalesce(started_at, starts_at))
        WHEN 'CANCELLED' THEN coalesce(started_at, starts_at)
    END,
    starts_at, CASE status WHEN 'CANCELLED' THEN starts_at ELSE ends_at END, created_at
FROM trips.trip WHERE driver_id IS NOT NULL;

ALTER TABLE trips.trip DROP CONSTRAINT driver_on_one_trip, DROP CONSTRAINT vehicle_on_one_trip;

GRANT SELECT, INSERT, UPDATE ON trips.assignment TO lanerunner_app;
