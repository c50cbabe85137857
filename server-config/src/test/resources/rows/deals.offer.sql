INSERT INTO deals.offer (id, load_id, load_reference, leg_id, trip_id, buyer_organisation_id, seller_organisation_id, made_by_organisation_id, price_minor, currency,
    fee_basis_points, test_money, status, expires_at, created_at, version)
SELECT gen_random_uuid(), 'a0000000-0000-4000-8000-000000000001', 'L-1', 'a0000000-0000-4000-8000-000000000002', NULL,
    'a0000000-0000-4000-8000-000000000003', 'a0000000-0000-4000-8000-000000000004', 'a0000000-0000-4000-8000-000000000004', 100, 'USD', 300, true,
    'OPEN', now() + interval '1 day', now(), 0
FROM generate_series(1, 2);
