-- What was stored, by whom, and which organisations may read it. The bytes are in the document folder under their SHA-256.
CREATE SCHEMA documents;

CREATE TABLE documents.document (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    person_id       uuid NOT NULL,
    name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    media_type      text NOT NULL,
    size_bytes      bigint NOT NULL CHECK (size_bytes > 0),
    sha256          char(64) NOT NULL,
    booking_id      uuid,
    created_at      timestamptz NOT NULL,
    version         integer NOT NULL
);
CREATE INDEX document_booking ON documents.document (booking_id) WHERE booking_id IS NOT NULL;

CREATE TABLE documents.reader (
    document_id     uuid NOT NULL REFERENCES documents.document (id),
    organisation_id uuid NOT NULL,
    PRIMARY KEY (document_id, organisation_id)
);

GRANT USAGE ON SCHEMA documents TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON documents.document, documents.reader TO lanerunner_app;
