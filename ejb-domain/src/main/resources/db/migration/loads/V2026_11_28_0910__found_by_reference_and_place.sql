-- Loads are found by the beginning of their reference and by a part of a place's name.
CREATE INDEX load_reference_beginning ON loads.load (reference text_pattern_ops);
CREATE INDEX stop_place_part ON loads.stop USING gin (lower(place_name) gin_trgm_ops);
