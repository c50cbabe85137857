-- Trips are found by the beginning of their reference and by a part of a place's name.
CREATE INDEX trip_reference_beginning ON trips.trip (reference text_pattern_ops);
CREATE INDEX stop_place_part ON trips.stop USING gin (lower(place_name) gin_trgm_ops);
