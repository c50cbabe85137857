-- Open contests are asked for by either side all the time.
CREATE INDEX contest_open_of_buyer ON disputes.contest (buyer_organisation_id) WHERE status IN ('AWAITING_ANSWER', 'AWAITING_DECISION');
CREATE INDEX contest_open_of_seller ON disputes.contest (seller_organisation_id) WHERE status IN ('AWAITING_ANSWER', 'AWAITING_DECISION');
