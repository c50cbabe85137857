-- Each telling of an arrival or departure, with its source and evidence. What is in force stands on the stop; what was told before stays here.
CREATE TABLE bookings.telling (
    id uuid PRIMARY KEY,
    booking_id uuid NOT NULL REFERENCES bookings.booking,
    stop_sequence integer NOT NULL CHECK (stop_sequence >= 0),
    kind text NOT NULL CHECK (kind IN ('ARRIVAL', 'DEPARTURE')),
    at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('INFERRED', 'FENCE', 'PERSON')),
    already_there boolean NOT NULL,
    reason text,
    person_id uuid
);
CREATE INDEX telling_of_booking ON bookings.telling (booking_id, id);

INSERT INTO bookings.telling (id, booking_id, stop_sequence, kind, at, received_at, source, already_there, reason)
SELECT gen_random_uuid(), booking_id, sequence, 'ARRIVAL', arrived_at, arrived_received_at, arrival_source, arrived_already_there, arrival_reason
FROM bookings.stop WHERE arrived_at IS NOT NULL
UNION ALL
SELECT gen_random_uuid(), booking_id, sequence, 'DEPARTURE', departed_at, departed_received_at, departure_source, false, departure_reason
FROM bookings.stop WHERE departed_at IS NOT NULL;

GRANT SELECT, INSERT ON bookings.telling TO lanerunner_app;
