-- What was told of the road can be taken back for a moment: that is a telling of its own. What was corrected is corrected again instead.
ALTER TABLE bookings.telling ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;

ALTER TABLE bookings.stop
    ADD COLUMN arrival_corrected boolean NOT NULL DEFAULT false,
    ADD COLUMN departure_corrected boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT stop_corrected CHECK ((arrived_at IS NOT NULL OR NOT arrival_corrected) AND (departed_at IS NOT NULL OR NOT departure_corrected));

-- When that was last done; fences go over the way once more since then.
ALTER TABLE bookings.booking ADD COLUMN withdrawn_at timestamptz;
