-- One that waits, one that was sent and one that nobody took.
INSERT INTO outbound.delivery (id, channel, kind, address, address_key, content, state, attempts, refusals, created_at, next_try_at, changed_at)
SELECT gen_random_uuid(), 'MAIL', 'identity/locked', 'x@example.org', 'x@example.org', CASE WHEN state <> 'SENT' THEN '\x7b7d'::bytea END, state, 1, 0, now(), now(), now()
FROM unnest(ARRAY['WAITING', 'SENT', 'DEAD']) state;
