-- What a person says of themselves beside the account. Several people may share a telephone, so a number is nobody's alone.
CREATE TABLE identity.profile (
    person_id          uuid        PRIMARY KEY REFERENCES identity.person,
    phone              text        CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
    phone_confirmed_at timestamptz,
    language           text        CHECK (length(language) <= 35),
    zone               text        CHECK (length(zone) <= 64),
    units              text        CHECK (units IN ('US', 'SI')),
    theme              text        CHECK (theme IN ('SYSTEM', 'LIGHT', 'DARK')),
    shortcuts          boolean,
    version            int         NOT NULL,
    CONSTRAINT profile_phone_confirmed CHECK ((phone IS NULL) = (phone_confirmed_at IS NULL))
);

-- A number that somebody says is theirs, until they show it by the code that was sent there.
CREATE TABLE identity.phone_change (
    person_id  uuid        PRIMARY KEY REFERENCES identity.person,
    phone      text        NOT NULL,
    code_hash  bytea       NOT NULL,
    tries      int         NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX phone_change_over ON identity.phone_change (expires_at);

-- A small square picture of our own making, so that nothing of the file it came from is left.
CREATE TABLE identity.avatar (
    person_id  uuid        PRIMARY KEY REFERENCES identity.person,
    image      bytea       NOT NULL CHECK (octet_length(image) <= 262144),
    changed_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON identity.profile TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.phone_change, identity.avatar TO lanerunner_app;
