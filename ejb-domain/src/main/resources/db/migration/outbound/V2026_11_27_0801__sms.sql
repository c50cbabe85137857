-- SMS beside mail: where they go is counted by country, and what became of them the provider tells later.
ALTER TABLE outbound.delivery
    ADD COLUMN calling_code text,
    ADD COLUMN provider_id  text,
    ADD COLUMN outcome      text CHECK (outcome IN ('DELIVERED', 'UNDELIVERED', 'FAILED'));
CREATE INDEX delivery_sms_by_time ON outbound.delivery (created_at) WHERE channel = 'SMS';
CREATE INDEX delivery_sms_of_person ON outbound.delivery (person_id, created_at) WHERE channel = 'SMS';
CREATE INDEX delivery_sms_to_country ON outbound.delivery (calling_code, created_at) WHERE channel = 'SMS';

ALTER TABLE outbound.kept_mail
    ADD COLUMN channel text NOT NULL DEFAULT 'MAIL' CHECK (channel IN ('MAIL', 'SMS')),
    ALTER COLUMN subject DROP NOT NULL,
    ALTER COLUMN html DROP NOT NULL,
    ADD CONSTRAINT kept_mail_whole CHECK (channel = 'SMS' OR (subject IS NOT NULL AND html IS NOT NULL));
ALTER TABLE outbound.kept_mail ALTER COLUMN channel DROP DEFAULT;
