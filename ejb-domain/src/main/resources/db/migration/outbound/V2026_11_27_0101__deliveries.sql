-- What goes out to people: one row a message, which waits until the provider has taken it.
CREATE SCHEMA outbound;

CREATE TABLE outbound.delivery (
    id              uuid        PRIMARY KEY,
    channel         text        NOT NULL CHECK (channel IN ('MAIL', 'SMS')),
    kind            text        NOT NULL,
    address         text        NOT NULL,
    address_key     text        NOT NULL,
    person_id       uuid,
    unverified_for  text,
    organisation_id uuid,
    content         bytea,
    state           text        NOT NULL CHECK (state IN ('WAITING', 'SENT', 'DEAD')),
    attempts        int         NOT NULL,
    refusals        int         NOT NULL,
    error           text,
    created_at      timestamptz NOT NULL,
    good_until      timestamptz,
    next_try_at     timestamptz NOT NULL,
    lease           uuid,
    unreachable     boolean     NOT NULL DEFAULT false,
    changed_at      timestamptz NOT NULL,
    CONSTRAINT delivery_wiped_when_sent CHECK ((state = 'SENT') = (content IS NULL))
);
CREATE INDEX delivery_waiting ON outbound.delivery (channel, next_try_at) WHERE state = 'WAITING';
CREATE INDEX delivery_of_address ON outbound.delivery (address_key, kind, created_at);
CREATE INDEX delivery_of_organisation ON outbound.delivery (organisation_id, created_at) WHERE organisation_id IS NOT NULL;
CREATE INDEX delivery_unverified ON outbound.delivery (created_at) WHERE unverified_for IS NOT NULL;
CREATE INDEX delivery_ended ON outbound.delivery (changed_at) WHERE state <> 'WAITING';
CREATE INDEX delivery_by_state ON outbound.delivery (state, id);

-- Where no provider is and money is test money: what would have been sent, for whoever runs the demo.
CREATE TABLE outbound.kept_mail (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    address     text        NOT NULL,
    address_key text        NOT NULL,
    subject     text        NOT NULL,
    text        text        NOT NULL,
    html        text        NOT NULL,
    kept_at     timestamptz NOT NULL
);
CREATE INDEX kept_mail_of_address ON outbound.kept_mail (address_key, id);
CREATE INDEX kept_mail_by_time ON outbound.kept_mail (kept_at);

GRANT USAGE ON SCHEMA outbound TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbound.delivery TO lanerunner_app;
GRANT SELECT, INSERT, DELETE ON outbound.kept_mail TO lanerunner_app;
