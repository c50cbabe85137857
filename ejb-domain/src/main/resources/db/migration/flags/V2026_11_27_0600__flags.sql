-- Feature flags. A row a key; the server adds those that its code declares, and none is ever removed by it.
CREATE SCHEMA flags;

CREATE TABLE flags.flag (
    id         uuid        PRIMARY KEY,
    key        text        NOT NULL UNIQUE CHECK (key ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    killed     boolean     NOT NULL,
    percentage int         NOT NULL CHECK (percentage BETWEEN 0 AND 100),
    changed_at timestamptz NOT NULL,
    version    int         NOT NULL
);

-- For whom it is on whatever the percentage.
CREATE TABLE flags.flag_organisation (
    flag_id         uuid NOT NULL REFERENCES flags.flag,
    organisation_id uuid NOT NULL,
    PRIMARY KEY (flag_id, organisation_id)
);

CREATE TABLE flags.flag_person (
    flag_id   uuid NOT NULL REFERENCES flags.flag,
    person_id uuid NOT NULL,
    PRIMARY KEY (flag_id, person_id)
);

-- What a flag was for a person or organisation, once for each outcome: of each row an event was told.
CREATE TABLE flags.assignment (
    flag     text        NOT NULL,
    unit_id  uuid        NOT NULL,
    is_on    boolean     NOT NULL,
    first_at timestamptz NOT NULL,
    PRIMARY KEY (flag, unit_id, is_on)
);

GRANT USAGE ON SCHEMA flags TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON flags.flag TO lanerunner_app;
GRANT SELECT, INSERT, DELETE ON flags.flag_organisation, flags.flag_person TO lanerunner_app;
GRANT SELECT, INSERT ON flags.assignment TO lanerunner_app;
