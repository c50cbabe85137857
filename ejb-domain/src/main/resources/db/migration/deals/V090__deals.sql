-- Offers. That a leg has one booking at most is for bookings to guard: an offer accepted once stays so when its booking falls through.
CREATE SCHEMA deals;

CREATE TABLE deals.offer (
    id uuid PRIMARY KEY,
    load_id uuid NOT NULL,
    load_reference text NOT NULL,
    leg_id uuid NOT NULL,
    trip_id uuid,
    buyer_organisation_id uuid NOT NULL,
    seller_organisation_id uuid NOT NULL,
    made_by_organisation_id uuid NOT NULL,
    counters_offer_id uuid,
    price_minor bigint NOT NULL CHECK (price_minor > 0),
    currency varchar(3) NOT NULL,
    fee_basis_points integer NOT NULL CHECK (fee_basis_points BETWEEN 0 AND 10000),
    test_money boolean NOT NULL,
    status text NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    version integer NOT NULL,
    CHECK (buyer_organisation_id <> seller_organisation_id),
    CHECK (made_by_organisation_id IN (buyer_organisation_id, seller_organisation_id))
);

CREATE INDEX offer_of_buyer ON deals.offer (buyer_organisation_id, id DESC);
CREATE INDEX offer_of_seller ON deals.offer (seller_organisation_id, id DESC);
CREATE INDEX offer_on_load ON deals.offer (load_id) WHERE status = 'OPEN';
CREATE INDEX offer_due ON deals.offer (expires_at) WHERE status = 'OPEN';

GRANT USAGE ON SCHEMA deals TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON deals.offer TO lanerunner_app;
