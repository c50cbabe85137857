-- Open offers are asked for by either side all the time, and are little beside what an organisation has ever been offered.
CREATE INDEX offer_open_of_buyer ON deals.offer (buyer_organisation_id, expires_at) WHERE status = 'OPEN';
CREATE INDEX offer_open_of_seller ON deals.offer (seller_organisation_id, expires_at) WHERE status = 'OPEN';
