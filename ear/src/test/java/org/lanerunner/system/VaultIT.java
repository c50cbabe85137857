package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Sql;
import org.lanerunner.vault.Vault;

/** The vault's keys in the real database, as the server's own role, by two transactions that this test begins and ends itself. */
@SystemTest
class VaultIT {

    private static final String PLACE = "identity.factor 7 secret";
    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.US_ASCII);

    private final String purpose = "probe." + letters();
    private Connection one;
    private Connection other;

    @BeforeEach
    void twoTransactions() throws SQLException {
        one = TestServer.connectAsServer();
        other = TestServer.connectAsServer();
        one.setAutoCommit(false);
        other.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        one.close();
        other.close();
    }

    @Test
    void whoNeedsTheFirstKeyAtTheSameMomentGetsTheSame() throws Exception {
        byte[] first = vault(one).seal(purpose, PLACE, SECRET);
        CompletableFuture<byte[]> second = sealing(other);
        awaitWaiting(other);
        one.commit();
        byte[] sealed = second.get(20, TimeUnit.SECONDS);
        other.commit();
        assertEquals(1, count("SELECT count(*) FROM vault.data_key WHERE purpose = '" + purpose + "'"));
        assertArrayEquals(SECRET, vault(one).open(purpose, PLACE, sealed));
        assertArrayEquals(SECRET, vault(other).open(purpose, PLACE, first));
    }

    @Test
    void aKeyWhoseMakerWasRolledBackIsNeverUsedAgain() throws Exception {
        Vault maker = vault(one);
        maker.seal(purpose, PLACE, SECRET);
        one.rollback();
        byte[] sealed = maker.seal(purpose, PLACE, SECRET);
        one.commit();
        assertArrayEquals(SECRET, vault(other).open(purpose, PLACE, sealed));
    }

    @Test
    void aKeyIsNotRetiredWhileSomebodyStillSealsWithIt() throws Exception {
        byte[] sealed = vault(one).seal(purpose, PLACE, SECRET);
        one.commit();
        vault(one).seal(purpose, PLACE, SECRET);
        CompletableFuture<Integer> retired = CompletableFuture.supplyAsync(
                () -> update(other, "UPDATE vault.data_key SET retired_at = now() WHERE purpose = '" + purpose + "'"));
        awaitWaiting(other);
        one.commit();
        assertEquals(1, retired.get(20, TimeUnit.SECONDS));
        other.commit();

        byte[] later = vault(one).seal(purpose, PLACE, SECRET);
        one.commit();
        assertEquals(2, count("SELECT count(*) FROM vault.data_key WHERE purpose = '" + purpose + "'"));
        assertArrayEquals(SECRET, vault(other).open(purpose, PLACE, sealed));
        assertArrayEquals(SECRET, vault(other).open(purpose, PLACE, later));
    }

    @Test
    void aDataKeyOfAnotherRowDoesNotOpen() throws Exception {
        String elsewhere = "probe." + letters();
        byte[] sealed = vault(one).seal(purpose, PLACE, SECRET);
        vault(one).seal(elsewhere, PLACE, SECRET);
        update(one, """
                UPDATE vault.data_key mine SET wrapped = other.wrapped, master_key = other.master_key FROM vault.data_key other
                WHERE mine.purpose = '%s' AND other.purpose = '%s'""".formatted(purpose, elsewhere));
        assertThrows(IllegalStateException.class, () -> vault(one).open(purpose, PLACE, sealed));
        one.rollback();
    }

    @Test
    void theServersRoleNeitherDeletesAKeyNorTurnsItToAnotherPurpose() throws Exception {
        vault(one).seal(purpose, PLACE, SECRET);
        one.commit();
        for (String forbidden : new String[] {
            "DELETE FROM vault.data_key WHERE purpose = '" + purpose + "'",
            "UPDATE vault.data_key SET purpose = 'probe.other' WHERE purpose = '" + purpose + "'"
        }) {
            IllegalStateException refused =
                    assertThrows(IllegalStateException.class, () -> update(one, forbidden), forbidden);
            assertEquals("42501", ((SQLException) refused.getCause()).getSQLState(), forbidden);
            one.rollback();
        }
    }

    @Test
    void noKeyLiesOpenInTheDatabase() throws Exception {
        vault(one).seal(purpose, PLACE, SECRET);
        one.commit();
        // 12 bytes of nonce, 32 of the key, 16 of the tag
        assertEquals(60, count("SELECT length(wrapped) FROM vault.data_key WHERE purpose = '" + purpose + "'"));
        assertFalse(TestServer.secrets().text("master-keys").isEmpty());
    }

    private CompletableFuture<byte[]> sealing(Connection connection) {
        return CompletableFuture.supplyAsync(() -> vault(connection).seal(purpose, PLACE, SECRET));
    }

    /** Until the database says that this connection waits for a lock. */
    private void awaitWaiting(Connection connection) throws SQLException {
        int backend = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (Connection owner = TestServer.connectAsOwner()) {
            Eventually.get(
                    () -> count(owner, "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = " + backend),
                    waiting -> waiting > 0);
        }
    }

    private static Vault vault(Connection connection) {
        return new Vault(
                new Sql(always(connection)), TestServer.data().secrets().resolve("master-keys"), Clock.systemUTC());
    }

    private int count(String query) throws SQLException {
        return count(one, query);
    }

    private static int count(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int update(Connection connection, String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The one connection, which whoever closes it does not close. */
    private static DataSource always(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                VaultIT.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                VaultIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> kept);
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[0-9-]", "") + "x";
    }
}
