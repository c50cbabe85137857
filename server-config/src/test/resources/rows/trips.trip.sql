INSERT INTO trips.trip (id, reference, organisation_id, status, equipment, driver_id, driver_name, vehicle_id, vehicle_name, vehicle_plate, starts_at, ends_at,
    late_entry, made_for_booking, created_at, started_at, completed_at, version)
SELECT gen_random_uuid(), 'T-' || status, gen_random_uuid(), status, 'DRY_VAN', gen_random_uuid(), 'Dee', gen_random_uuid(), 'Truck', 'P 1',
    now() - interval '2 hours', now() + interval '1 hour', false, false, now() - interval '5 hours',
    CASE WHEN status IN ('IN_PROGRESS', 'COMPLETED') THEN now() - interval '3 hours' END, CASE status WHEN 'COMPLETED' THEN now() - interval '1 hour' END, 0
FROM unnest(ARRAY['PLANNED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED']) status;

INSERT INTO trips.trip (id, reference, organisation_id, status, equipment, starts_at, ends_at, late_entry, made_for_booking, created_at, version)
VALUES (gen_random_uuid(), 'T-NOBODY', gen_random_uuid(), 'PLANNED', 'DRY_VAN', now(), now(), false, true, now(), 0);
