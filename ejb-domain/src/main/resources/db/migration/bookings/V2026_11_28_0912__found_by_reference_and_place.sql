-- Bookings are found by the beginning of their reference and by a part of a place's name.
CREATE INDEX booking_reference_beginning ON bookings.booking (reference text_pattern_ops);
CREATE INDEX stop_place_part ON bookings.stop USING gin (lower(place_name) gin_trgm_ops);
