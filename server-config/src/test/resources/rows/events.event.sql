INSERT INTO events.event (id, type, version, family, aggregate_id, sequence, occurred_at, recorded_at, readers, subjects, correlation_id, data)
VALUES (gen_random_uuid(), 'load.expired', 1, 'load', gen_random_uuid(), 1, now(), now(), '{}', '{}', 'rows', '{}');
