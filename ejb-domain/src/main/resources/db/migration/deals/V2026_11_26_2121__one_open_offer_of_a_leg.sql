-- A deal is of a leg: a maker has one open offer about a leg, its carrier and a trip (or none). Of every load with one leg the old index said the same. It begins
-- with the load, whose open offers are counted; a leg is of one load.
DROP INDEX deals.offer_open_once;
CREATE UNIQUE INDEX offer_open_once ON deals.offer
    (load_id, leg_id, made_by_organisation_id, seller_organisation_id, (coalesce(trip_id, '00000000-0000-0000-0000-000000000000')))
    WHERE status = 'OPEN';
CREATE INDEX offer_open_on_leg ON deals.offer (leg_id) WHERE status = 'OPEN';
