-- Whether the load was entered late decides from when facts of the road may be, and from when positions are shown. Of bookings made before this it was not
-- kept; one that was made after its first window had opened counts as late, so that nothing vanishes that both sides could see.
ALTER TABLE bookings.booking ADD COLUMN late_entry boolean;
UPDATE bookings.booking b SET late_entry = EXISTS (
    SELECT FROM bookings.stop s WHERE s.booking_id = b.id AND s.sequence = 0 AND s.window_start < b.created_at);
ALTER TABLE bookings.booking ALTER COLUMN late_entry SET NOT NULL;
