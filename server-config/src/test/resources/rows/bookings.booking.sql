WITH booking AS (
    INSERT INTO bookings.booking (id, reference, load_id, load_reference, leg_id, trip_id, offer_id, buyer_organisation_id, seller_organisation_id, status,
        price_minor, fee_minor, currency, test_money, created_at, version)
    VALUES (gen_random_uuid(), 'B-00000000', gen_random_uuid(), 'L-00000000', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
        gen_random_uuid(), 'CONFIRMED', 1, 0, 'USD', true, now(), 0)
    RETURNING id)
INSERT INTO bookings.stop (id, booking_id, sequence, kind, place_id, place_name, place_country, latitude, longitude, zone, exact, window_start_local,
    window_end_local, window_start, window_end, fence_radius_meters, fence_confirm_fixes, fence_confirm_seconds, fence_max_speed_meters_per_second,
    arrived_already_there)
SELECT gen_random_uuid(), id, 0, 'PICKUP', 'city:1', 'x', 'US', 1, 1, 'UTC', false, now(), now(), now() - interval '1 hour', now(), 1, 1, 0, 1, false
FROM booking;
