-- How many bookings each organisation has settled, and called off. Of bookings that were called off before this nobody kept by whom: they count for nobody.
CREATE TABLE bookings.trade_record (
    organisation_id uuid PRIMARY KEY,
    done bigint NOT NULL CHECK (done >= 0),
    cancelled bigint NOT NULL CHECK (cancelled >= 0)
);

INSERT INTO bookings.trade_record (organisation_id, done, cancelled)
SELECT organisation_id, count(*), 0
FROM (
    SELECT buyer_organisation_id AS organisation_id FROM bookings.booking WHERE status = 'SETTLED'
    UNION ALL
    SELECT seller_organisation_id FROM bookings.booking WHERE status = 'SETTLED') settled
GROUP BY organisation_id;

GRANT SELECT, INSERT, UPDATE ON bookings.trade_record TO lanerunner_app;
