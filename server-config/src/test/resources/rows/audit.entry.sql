-- One command of a person, and one of the system, which was told by the missing person.
INSERT INTO audit.entry (id, at, person_id, organisation_id, session_id, action, subject_id, call, correlation_id, event_ids) VALUES
    (gen_random_uuid(), now(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'driver.added', gen_random_uuid(), 'POST /api/drivers', 'x', '{}'),
    (gen_random_uuid(), now(), NULL, NULL, NULL, 'load.expired', gen_random_uuid(), 'timer', 'x', '{}');
