-- As of the loads. And since when the point is the present one, and how often it was set, after the agreement.
ALTER TABLE bookings.stop
    ADD COLUMN fenced boolean NOT NULL DEFAULT true,
    ADD COLUMN pinpointed_at timestamptz,
    ADD COLUMN pinpoints integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT stop_pinpoints CHECK (pinpoints >= 0 AND (pinpoints > 0) = (pinpointed_at IS NOT NULL)),
    ADD CONSTRAINT stop_pinpointed CHECK (pinpointed_at IS NULL OR (exact AND fenced));
