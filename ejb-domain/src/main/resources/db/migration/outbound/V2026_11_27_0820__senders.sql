-- From where it was asked that somebody be written to who has confirmed nothing, so that one can't use up what there is for all.
ALTER TABLE outbound.delivery ADD COLUMN sender text;
CREATE INDEX delivery_of_sender ON outbound.delivery (sender, created_at) WHERE sender IS NOT NULL;
DROP INDEX outbound.delivery_unverified;
CREATE INDEX delivery_unverified ON outbound.delivery (unverified_for, created_at) WHERE unverified_for IS NOT NULL;
