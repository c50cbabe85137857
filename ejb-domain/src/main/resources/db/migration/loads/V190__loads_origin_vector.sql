-- The first pickup as a vector of length one, so that "near" is a circle everywhere: the box of degrees finds candidates, the distance decides.
ALTER TABLE loads.load
    ADD COLUMN origin_x double precision NOT NULL GENERATED ALWAYS AS (cos(radians(origin_latitude)) * cos(radians(origin_longitude))) STORED,
    ADD COLUMN origin_y double precision NOT NULL GENERATED ALWAYS AS (cos(radians(origin_latitude)) * sin(radians(origin_longitude))) STORED,
    ADD COLUMN origin_z double precision NOT NULL GENERATED ALWAYS AS (sin(radians(origin_latitude))) STORED;
