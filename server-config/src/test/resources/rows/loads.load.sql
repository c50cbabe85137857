WITH state AS (
    SELECT status, status IN ('COVERED', 'DISPATCHED', 'AT_PICKUP', 'IN_TRANSIT', 'AT_DELIVERY', 'DELIVERED', 'SETTLED') AS booked
    FROM unnest(ARRAY['DRAFT', 'OPEN', 'COVERED', 'DISPATCHED', 'AT_PICKUP', 'IN_TRANSIT', 'AT_DELIVERY', 'DELIVERED', 'SETTLED', 'EXPIRED', 'CANCELLED']) AS status),
load AS (
    INSERT INTO loads.load (id, reference, organisation_id, carrier_organisation_id, booking_id, status, equipment, mode, currency, test_money, late_entry,
        distance_meters, origin_latitude, origin_longitude, origin_region, destination_region, first_window_start, expires_at, created_at, version)
    SELECT gen_random_uuid(), 'L-' || status, gen_random_uuid(), CASE WHEN booked THEN gen_random_uuid() END, CASE WHEN booked THEN gen_random_uuid() END, status,
        'DRY_VAN', 'FULL', 'USD', true, false, 1000, 41.9, -87.6, 'US-IL', 'US-WI', now(), now() + interval '1 day', now(), 0
    FROM state
    RETURNING id),
leg AS (
    INSERT INTO loads.leg (id, load_id, sequence, from_stop, to_stop) SELECT gen_random_uuid(), id, 0, 0, 1 FROM load)
INSERT INTO loads.stop (id, load_id, sequence, kind, place_id, place_name, place_country, latitude, longitude, zone, exact, window_start_local, window_end_local,
    window_start, window_end, fence_radius_meters, fence_confirm_fixes, fence_confirm_seconds, fence_max_speed_meters_per_second)
SELECT gen_random_uuid(), load.id, stop, CASE stop WHEN 0 THEN 'PICKUP' ELSE 'DELIVERY' END, 'city:1', 'x', 'US', 41.9, -87.6, 'UTC', false, now(),
    now() + interval '1 day', now(), now() + interval '1 day', 200, 2, 0, 8
FROM load, generate_series(0, 1) AS stop;
