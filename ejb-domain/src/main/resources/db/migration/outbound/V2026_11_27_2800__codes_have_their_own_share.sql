-- Codes without which somebody does not come in are counted apart from all else, whatever their kind.
ALTER TABLE outbound.delivery ADD COLUMN own_share boolean NOT NULL DEFAULT false;
UPDATE outbound.delivery SET own_share = true WHERE channel = 'SMS' AND kind = 'factors/sign-in-code';
