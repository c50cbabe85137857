-- A transaction with several transfers changes balances of several organisations. It locks all of them beforehand, in the order in which the postings
-- of one transfer go, so that it waits for no other in a ring. The server's role can't lock the rows by itself: it may not change them but by posting.
CREATE FUNCTION ledger.lock_balances(organisations uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM ledger.balance b JOIN ledger.account a ON a.id = b.account_id
    WHERE a.organisation_id = ANY (organisations) ORDER BY b.account_id FOR NO KEY UPDATE OF b;
END $$;
REVOKE ALL ON FUNCTION ledger.lock_balances(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.lock_balances(uuid[]) TO lanerunner_app;
