-- A maker has one open offer about a deal, that is a load, its carrier and a trip (or none). Of several that earlier versions left open the last stays;
-- ids are in the order of their making.
UPDATE deals.offer o SET status = 'CLOSED', version = version + 1
WHERE status = 'OPEN' AND EXISTS (
    SELECT 1 FROM deals.offer n
    WHERE n.status = 'OPEN' AND n.load_id = o.load_id AND n.made_by_organisation_id = o.made_by_organisation_id
        AND n.seller_organisation_id = o.seller_organisation_id AND n.trip_id IS NOT DISTINCT FROM o.trip_id AND n.id > o.id);

CREATE UNIQUE INDEX offer_open_once ON deals.offer
    (load_id, made_by_organisation_id, seller_organisation_id, (coalesce(trip_id, '00000000-0000-0000-0000-000000000000')))
    WHERE status = 'OPEN';
-- The new index begins with the same column.
DROP INDEX deals.offer_on_load;
