-- What a buyer has against a delivery, what the seller answers, and who decided what. A booking has one at most: each ends with the booking's money.
CREATE SCHEMA disputes;

CREATE TABLE disputes.contest (
    id                     uuid        PRIMARY KEY,
    booking_id             uuid        NOT NULL CONSTRAINT contest_of_booking UNIQUE,
    booking_reference      text        NOT NULL,
    buyer_organisation_id  uuid        NOT NULL,
    seller_organisation_id uuid        NOT NULL,
    price_minor            bigint      NOT NULL CHECK (price_minor > 0),
    fee_minor              bigint      NOT NULL CHECK (fee_minor BETWEEN 0 AND price_minor),
    currency               varchar(3)  NOT NULL,
    test_money             boolean     NOT NULL,
    status                 text        NOT NULL
        CHECK (status IN ('AWAITING_ANSWER', 'AWAITING_DECISION', 'WITHDRAWN', 'CONCEDED', 'RELEASED', 'REFUNDED')),
    reason                 text        NOT NULL CHECK (reason IN ('DAMAGED', 'MISSING', 'NOT_DELIVERED', 'WRONG_PLACE', 'LATE', 'OTHER')),
    words                  text        NOT NULL CHECK (char_length(words) BETWEEN 1 AND 2000),
    contested_by           uuid        NOT NULL,
    contested_at           timestamptz NOT NULL,
    answer_due_at          timestamptz NOT NULL CHECK (answer_due_at >= contested_at),
    answer_words           text        CHECK (char_length(answer_words) BETWEEN 1 AND 2000),
    answered_by            uuid,
    answered_at            timestamptz,
    queued_at              timestamptz,
    ended_at               timestamptz,
    ended_by               uuid,
    decision_reason        text        CHECK (char_length(decision_reason) BETWEEN 1 AND 1000),
    version                integer     NOT NULL,
    CONSTRAINT contest_between_two CHECK (buyer_organisation_id <> seller_organisation_id),
    CONSTRAINT contest_answer_whole CHECK ((answered_at IS NULL) = (answer_words IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
    CONSTRAINT contest_answered_is_queued CHECK (answered_at IS NULL OR status <> 'AWAITING_ANSWER'),
    CONSTRAINT contest_queued CHECK (status NOT IN ('AWAITING_DECISION', 'RELEASED', 'REFUNDED') OR queued_at IS NOT NULL),
    CONSTRAINT contest_over CHECK ((status IN ('AWAITING_ANSWER', 'AWAITING_DECISION')) = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT contest_decided CHECK ((status IN ('RELEASED', 'REFUNDED')) = (decision_reason IS NOT NULL))
);
CREATE INDEX contest_of_buyer ON disputes.contest (buyer_organisation_id, id DESC);
CREATE INDEX contest_of_seller ON disputes.contest (seller_organisation_id, id DESC);
CREATE INDEX contest_answer_due ON disputes.contest (answer_due_at, id) WHERE status = 'AWAITING_ANSWER';
CREATE INDEX contest_in_queue ON disputes.contest (id) WHERE status = 'AWAITING_DECISION';

-- The photos and papers that a side shows; documents keep them.
CREATE TABLE disputes.evidence (
    contest_id  uuid    NOT NULL REFERENCES disputes.contest,
    side        text    NOT NULL CHECK (side IN ('BUYER', 'SELLER')),
    position    integer NOT NULL CHECK (position BETWEEN 0 AND 9),
    document_id uuid    NOT NULL,
    PRIMARY KEY (contest_id, side, position)
);

GRANT USAGE ON SCHEMA disputes TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON disputes.contest TO lanerunner_app;
GRANT SELECT, INSERT ON disputes.evidence TO lanerunner_app;

INSERT INTO identity.role_permission (role, permission, scope)
SELECT role, unnest(permissions), 'ORGANISATION' FROM (VALUES
    ('SHIPPER', ARRAY['bookings.contest']),
    ('BROKER', ARRAY['bookings.contest', 'contests.answer']),
    ('RIDER', ARRAY['bookings.contest']),
    ('CARRIER', ARRAY['contests.answer']),
    ('TRAVELLER', ARRAY['contests.answer']),
    ('ADMIN', ARRAY['platform.contests'])
) granted (role, permissions);
