-- Whether a code that was sent by SMS is second factor enough for the organisation.
ALTER TABLE identity.organisation ADD COLUMN codes_by_sms boolean NOT NULL DEFAULT false;
