-- What people are told: a notice a person, organisation and event, whichever server or repetition tells of it. Its place grows with what can be seen: notices of an organisation are
-- written one event after another.
CREATE SCHEMA notifications;

CREATE TABLE notifications.notice (
    id              uuid        PRIMARY KEY,
    place           bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    person_id       uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    event_id        uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
    permission      text        NOT NULL CHECK (permission ~ '^[a-z]+\.[a-z-]+$'),
    own_trips       boolean     NOT NULL,
    about           text        NOT NULL CHECK (about ~ '^[A-Z_]+$'),
    about_id        uuid        NOT NULL,
    facts           jsonb       NOT NULL,
    happened_at     timestamptz NOT NULL,
    made_at         timestamptz NOT NULL,
    stays           boolean     NOT NULL,
    read_at         timestamptz,
    acknowledged_at timestamptz,
    CONSTRAINT notice_once UNIQUE (event_id, person_id, organisation_id)
);
CREATE INDEX notice_of_person ON notifications.notice (person_id, organisation_id, place DESC);
CREATE INDEX notice_unread ON notifications.notice (person_id, organisation_id) WHERE read_at IS NULL;
CREATE INDEX notice_waiting ON notifications.notice (person_id, organisation_id) WHERE stays AND acknowledged_at IS NULL;
CREATE INDEX notice_about ON notifications.notice (about_id);
CREATE INDEX notice_made ON notifications.notice (made_at);

-- What somebody chose of what comes by which way; who chose nothing has no row.
CREATE TABLE notifications.choice (
    person_id  uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
    channel    text        NOT NULL CHECK (channel IN ('MAIL')),
    wanted     boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, kind, channel)
);

-- The links in mails by which a kind is switched off without signing in.
CREATE TABLE notifications.unsubscribe_link (
    token_hash bytea       PRIMARY KEY,
    person_id  uuid        NOT NULL,
    kind       text        NOT NULL,
    made_at    timestamptz NOT NULL
);
CREATE INDEX unsubscribe_link_of_person ON notifications.unsubscribe_link (person_id);
CREATE INDEX unsubscribe_link_made ON notifications.unsubscribe_link (made_at);

GRANT USAGE ON SCHEMA notifications TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.notice, notifications.choice TO lanerunner_app;
GRANT SELECT, INSERT, DELETE ON notifications.unsubscribe_link TO lanerunner_app;
