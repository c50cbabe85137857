-- Who drives and what is driven. Rows are deactivated, never deleted: trips and positions of the past name them.
CREATE SCHEMA fleet;

CREATE TABLE fleet.driver (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    person_id       uuid,
    name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    phone           text CHECK (char_length(phone) <= 40),
    active          boolean NOT NULL,
    created_at      timestamptz NOT NULL,
    version         integer NOT NULL
);
CREATE INDEX driver_of_organisation ON fleet.driver (organisation_id, id);
-- A person drives for an organisation under one record, so that "my trips" has one answer.
CREATE UNIQUE INDEX driver_person ON fleet.driver (organisation_id, person_id) WHERE person_id IS NOT NULL;

CREATE TABLE fleet.vehicle (
    id                  uuid PRIMARY KEY,
    organisation_id     uuid NOT NULL,
    name                text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    plate               text NOT NULL CHECK (char_length(plate) BETWEEN 1 AND 20),
    equipment           text NOT NULL,
    weight_kilograms    numeric(12, 3) CHECK (weight_kilograms >= 0),
    volume_cubic_meters numeric(12, 3) CHECK (volume_cubic_meters >= 0),
    loading_meters      numeric(12, 3) CHECK (loading_meters >= 0),
    pieces              integer CHECK (pieces >= 0),
    seats               integer CHECK (seats >= 0),
    active              boolean NOT NULL,
    created_at          timestamptz NOT NULL,
    version             integer NOT NULL
);
CREATE INDEX vehicle_of_organisation ON fleet.vehicle (organisation_id, id);

GRANT USAGE ON SCHEMA fleet TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON fleet.driver, fleet.vehicle TO lanerunner_app;
