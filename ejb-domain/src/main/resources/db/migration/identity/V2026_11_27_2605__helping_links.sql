-- A link by which an administrator helps somebody back in: it sets a password, once and within an hour, and nothing else.
CREATE TABLE identity.helping_link (
    id          uuid        PRIMARY KEY,
    person_id   uuid        NOT NULL REFERENCES identity.person,
    made_by     uuid        NOT NULL REFERENCES identity.person,
    reason      text        NOT NULL CHECK (length(reason) <= 500),
    handed_over boolean     NOT NULL,
    token_hash  bytea       NOT NULL UNIQUE,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    version     int         NOT NULL,
    CONSTRAINT helping_link_to_another CHECK (made_by <> person_id)
);
CREATE INDEX helping_link_person ON identity.helping_link (person_id, created_at);
CREATE INDEX helping_link_made_by ON identity.helping_link (made_by, created_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.helping_link TO lanerunner_app;
