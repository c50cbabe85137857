-- A broker's booking has no trip; a carrier's carries it, and is one standing booking of the same leg. So a leg has one standing booking that is nobody's
-- carriage, and that one at most one that carries it. What carries has a trip, so nothing can be carried for it in turn.
ALTER TABLE bookings.booking ALTER COLUMN trip_id DROP NOT NULL;
ALTER TABLE bookings.booking
    ADD COLUMN upstream_booking_id uuid REFERENCES bookings.booking,
    ADD CONSTRAINT booking_carries_with_a_trip CHECK (upstream_booking_id IS NULL OR trip_id IS NOT NULL);
DROP INDEX bookings.booking_of_leg;
CREATE UNIQUE INDEX booking_of_leg ON bookings.booking (leg_id) WHERE status <> 'CANCELLED' AND upstream_booking_id IS NULL;
CREATE UNIQUE INDEX booking_of_upstream ON bookings.booking (upstream_booking_id) WHERE status <> 'CANCELLED' AND upstream_booking_id IS NOT NULL;
