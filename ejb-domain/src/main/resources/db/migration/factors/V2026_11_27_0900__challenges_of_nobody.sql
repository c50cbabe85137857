-- Whoever signs in with a passkey alone is nobody yet: so many may be asked at once, and the oldest gives way.
CREATE INDEX challenge_of_nobody ON factors.challenge (expires_at) WHERE person_id IS NULL;
