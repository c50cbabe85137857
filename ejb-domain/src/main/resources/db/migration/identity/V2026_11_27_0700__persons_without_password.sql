-- Who signs in by a login elsewhere need not have a password; one is set by the mail for who forgot it.
ALTER TABLE identity.person ALTER COLUMN password_hash DROP NOT NULL;
