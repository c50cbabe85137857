-- When an offer was answered or taken back, and by whom; of those before this nobody kept it. And when an acceptance last failed because the buyer's wallet did not
-- cover the price, and when the buyer was last told so: that is no part of the deal, so the version of what was offered stays.
ALTER TABLE deals.offer
    ADD COLUMN ended_at timestamptz,
    ADD COLUMN ended_by_organisation_id uuid,
    ADD COLUMN ended_by_person_id uuid,
    ADD COLUMN unfunded_at timestamptz,
    ADD COLUMN unfunded_told_at timestamptz,
    ADD CONSTRAINT offer_ended_when_not_open CHECK (ended_at IS NULL OR status <> 'OPEN');
