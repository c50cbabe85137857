package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL past the ledger's service, as the server's own role: the database itself refuses what would break the books. */
@SystemTest
class LedgerTablesIT {

    private static final String CHECK = "23514";
    private static final String FOREIGN_KEY = "23503";
    private static final String UNIQUE = "23505";

    private final UUID wallet = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID real = UUID.randomUUID();
    private Connection connection;

    @BeforeEach
    void openAccounts() throws SQLException {
        connection = TestServer.connectAsServer();
        connection.setAutoCommit(false);
        for (UUID account : new UUID[] {wallet, other}) {
            run("INSERT INTO ledger.account VALUES ('%s', 'WALLET', '%s', 'USD', true, now())"
                    .formatted(account, UUID.randomUUID()));
        }
        run("INSERT INTO ledger.account VALUES ('%s', 'WALLET', '%s', 'USD', false, now())"
                .formatted(real, UUID.randomUUID()));
        connection.commit();
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.posting SET amount_minor = 1",
                "DELETE FROM ledger.posting",
                "TRUNCATE ledger.posting",
                "UPDATE ledger.transfer SET test = false",
                "DELETE FROM ledger.transfer",
                "UPDATE ledger.account SET test = false",
                "DELETE FROM ledger.account",
                "UPDATE ledger.balance SET balance_minor = 1000000",
                "INSERT INTO ledger.balance SELECT gen_random_uuid(), 5",
                "DELETE FROM ledger.escrow",
                "ALTER TABLE ledger.posting DISABLE TRIGGER ALL",
                "SELECT ledger.check_transfer(gen_random_uuid())"
            })
    void serversRoleCanOnlyAppend(String statement) {
        assertEquals("42501", refused(() -> run(statement)));
    }

    @Test
    void transferThatDoesNotBalanceFailsAtCommit() throws SQLException {
        UUID transfer = transfer(true);
        posting(transfer, wallet, 500, true);
        posting(transfer, other, 499, true);
        assertEquals(CHECK, refused(connection::commit));
    }

    @Test
    void transferWithOnePostingOrNoneFailsAtCommit() throws SQLException {
        transfer(true);
        assertEquals(CHECK, refused(connection::commit));
        UUID transfer = transfer(true);
        posting(transfer, wallet, 5, true);
        assertEquals(CHECK, refused(connection::commit));
    }

    @Test
    void walletNeverGoesBelowZero() throws SQLException {
        UUID transfer = transfer(true);
        posting(transfer, other, 1, true);
        assertEquals(CHECK, refused(() -> posting(transfer, wallet, -1, true)));
    }

    @Test
    void noTransferJoinsTestAndRealMoney() throws SQLException {
        UUID transfer = transfer(true);
        assertEquals(FOREIGN_KEY, refused(() -> posting(transfer, real, 5, true)));
        connection.rollback();
        UUID again = transfer(true);
        assertEquals(FOREIGN_KEY, refused(() -> posting(again, real, 5, false)));
    }

    @Test
    void accountKeepsItsCurrency() throws SQLException {
        UUID transfer = transfer(true);
        assertEquals(
                FOREIGN_KEY,
                refused(() -> run("INSERT INTO ledger.posting VALUES ('%s', '%s', '%s', 'EUR', true, 5, now())"
                        .formatted(UUID.randomUUID(), transfer, wallet))));
    }

    @Test
    void referenceIsUsedOnce() throws SQLException {
        String insert = "INSERT INTO ledger.transfer VALUES ('%s', 'TOP_UP', '%s', '%s', NULL, true, now())";
        UUID reference = UUID.randomUUID();
        run(insert.formatted(UUID.randomUUID(), reference, UUID.randomUUID()));
        assertEquals(UNIQUE, refused(() -> run(insert.formatted(UUID.randomUUID(), reference, UUID.randomUUID()))));
    }

    @Test
    void anOrganisationHasOneWalletOfAKind() {
        assertEquals(
                UNIQUE,
                refused(() -> run(
                        "INSERT INTO ledger.account SELECT gen_random_uuid(), kind, organisation_id, currency, test, now() FROM ledger.account WHERE id = '%s'"
                                .formatted(wallet))));
    }

    private UUID transfer(boolean test) throws SQLException {
        UUID id = UUID.randomUUID();
        run("INSERT INTO ledger.transfer VALUES ('%s', 'TOP_UP', '%s', '%s', NULL, %s, now())"
                .formatted(id, id, UUID.randomUUID(), test));
        return id;
    }

    private void posting(UUID transfer, UUID account, long amount, boolean test) throws SQLException {
        run("INSERT INTO ledger.posting VALUES ('%s', '%s', '%s', 'USD', %s, %d, now())"
                .formatted(UUID.randomUUID(), transfer, account, test, amount));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @return the SQLState of the refusal */
    private static String refused(Attempt attempt) {
        return assertThrows(SQLException.class, attempt::run).getSQLState();
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws SQLException;
    }
}
