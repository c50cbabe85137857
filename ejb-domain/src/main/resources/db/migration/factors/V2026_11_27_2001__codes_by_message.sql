-- Codes that are sent go by mail or by SMS; who has both on is asked for the one by SMS.
ALTER TABLE factors.codes_by_mail ADD COLUMN channel text NOT NULL DEFAULT 'MAIL';
ALTER TABLE factors.codes_by_mail ALTER COLUMN channel DROP DEFAULT;
ALTER TABLE factors.codes_by_mail ADD CONSTRAINT codes_by_message_channel CHECK (channel IN ('MAIL', 'SMS'));
ALTER TABLE factors.codes_by_mail DROP CONSTRAINT codes_by_mail_pkey;
ALTER TABLE factors.codes_by_mail ADD CONSTRAINT codes_by_message_pkey PRIMARY KEY (person_id, channel);
ALTER TABLE factors.codes_by_mail RENAME TO codes_by_message;
