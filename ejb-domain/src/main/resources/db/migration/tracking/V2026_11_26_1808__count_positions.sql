-- How many positions a trip has, so that its limit is known without counting them with every batch.
ALTER TABLE tracking.track ADD COLUMN positions integer NOT NULL DEFAULT 0 CONSTRAINT track_positions CHECK (positions >= 0);
UPDATE tracking.track t SET positions = p.positions
FROM (SELECT trip_id, count(*) AS positions FROM tracking.position GROUP BY trip_id) p WHERE p.trip_id = t.trip_id;
