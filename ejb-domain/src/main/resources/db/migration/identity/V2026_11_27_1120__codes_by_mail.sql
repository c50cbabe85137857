-- Whether a code that was sent by mail is second factor enough for the organisation.
ALTER TABLE identity.organisation ADD COLUMN codes_by_mail boolean NOT NULL DEFAULT false;
