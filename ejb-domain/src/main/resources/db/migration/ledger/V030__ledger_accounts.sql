-- ledger: double entry. An account is test or real for good; a transfer's postings carry its flag and their account's by foreign key, so that no transfer
-- can join the two. Postings and transfers are append-only; balances of wallets and escrows are kept by a trigger and never go below zero.
CREATE SCHEMA ledger;

CREATE TABLE ledger.account (
    id              uuid        PRIMARY KEY,
    kind            text        NOT NULL CHECK (kind IN ('WALLET', 'ESCROW', 'FEE', 'FUNDING')),
    organisation_id uuid,
    currency        char(3)     NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    test            boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT account_owner CHECK ((organisation_id IS NOT NULL) = (kind IN ('WALLET', 'ESCROW'))),
    UNIQUE (id, currency, test)
);
CREATE UNIQUE INDEX account_of_organisation ON ledger.account (organisation_id, kind, currency, test) WHERE organisation_id IS NOT NULL;
CREATE UNIQUE INDEX account_of_platform ON ledger.account (kind, currency, test) WHERE organisation_id IS NULL;

-- What is left of an account that must not go below zero. The platform's own accounts have no such row: their balance is the sum of their postings.
CREATE TABLE ledger.balance (
    account_id    uuid   PRIMARY KEY REFERENCES ledger.account,
    balance_minor bigint NOT NULL CONSTRAINT balance_not_below_zero CHECK (balance_minor >= 0)
);

CREATE TABLE ledger.transfer (
    id              uuid        PRIMARY KEY,
    kind            text        NOT NULL CHECK (kind IN ('TOP_UP', 'HOLD', 'RELEASE', 'REFUND')),
    reference       text        NOT NULL CONSTRAINT transfer_reference UNIQUE,
    organisation_id uuid        NOT NULL,
    booking_id      uuid,
    test            boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT transfer_booking CHECK ((booking_id IS NULL) = (kind = 'TOP_UP')),
    UNIQUE (id, test)
);
CREATE INDEX transfer_booking_id ON ledger.transfer (booking_id);

CREATE TABLE ledger.posting (
    id           uuid        PRIMARY KEY,
    transfer_id  uuid        NOT NULL,
    account_id   uuid        NOT NULL,
    currency     char(3)     NOT NULL,
    test         boolean     NOT NULL,
    amount_minor bigint      NOT NULL CHECK (amount_minor <> 0),
    created_at   timestamptz NOT NULL,
    CONSTRAINT posting_transfer FOREIGN KEY (transfer_id, test) REFERENCES ledger.transfer (id, test),
    CONSTRAINT posting_account FOREIGN KEY (account_id, currency, test) REFERENCES ledger.account (id, currency, test),
    UNIQUE (transfer_id, account_id)
);
CREATE INDEX posting_account_id ON ledger.posting (account_id, id);

CREATE TABLE ledger.escrow (
    booking_id      uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('HELD', 'RELEASED', 'REFUNDED')),
    amount_minor    bigint      NOT NULL CHECK (amount_minor > 0),
    currency        char(3)     NOT NULL,
    test            boolean     NOT NULL,
    held_at         timestamptz NOT NULL,
    closed_at       timestamptz,
    CONSTRAINT escrow_closed CHECK ((closed_at IS NULL) = (status = 'HELD'))
);

-- Every account that must not go below zero gets its balance row with it; the server's role can change that row only by posting.
CREATE FUNCTION ledger.open_balance() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.kind IN ('WALLET', 'ESCROW') THEN
        INSERT INTO ledger.balance (account_id, balance_minor) VALUES (NEW.id, 0);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER account_balance AFTER INSERT ON ledger.account FOR EACH ROW EXECUTE FUNCTION ledger.open_balance();

CREATE FUNCTION ledger.apply_posting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE ledger.balance SET balance_minor = balance_minor + NEW.amount_minor WHERE account_id = NEW.account_id;
    RETURN NULL;
END $$;
CREATE TRIGGER posting_balance AFTER INSERT ON ledger.posting FOR EACH ROW EXECUTE FUNCTION ledger.apply_posting();

-- At commit: a transfer has at least two postings, and they sum to zero in each currency.
CREATE FUNCTION ledger.check_transfer(checked uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (SELECT count(*) < 2 FROM ledger.posting WHERE transfer_id = checked)
        OR EXISTS (SELECT 1 FROM ledger.posting WHERE transfer_id = checked GROUP BY currency HAVING sum(amount_minor) <> 0) THEN
        RAISE EXCEPTION 'transfer % does not balance', checked USING ERRCODE = '23514', CONSTRAINT = 'transfer_balanced';
    END IF;
END $$;
CREATE FUNCTION ledger.check_transfer_of_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM ledger.check_transfer(NEW.transfer_id);
    RETURN NULL;
END $$;
CREATE FUNCTION ledger.check_new_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM ledger.check_transfer(NEW.id);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER posting_balanced AFTER INSERT ON ledger.posting DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ledger.check_transfer_of_posting();
CREATE CONSTRAINT TRIGGER transfer_balanced AFTER INSERT ON ledger.transfer DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ledger.check_new_transfer();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
GRANT USAGE ON SCHEMA ledger TO lanerunner_app;
GRANT SELECT, INSERT ON ledger.account, ledger.transfer, ledger.posting TO lanerunner_app;
GRANT SELECT ON ledger.balance TO lanerunner_app;
GRANT SELECT, INSERT, UPDATE ON ledger.escrow TO lanerunner_app;
