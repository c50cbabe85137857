package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanerunner.launcher.LaunchFailure;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;
import org.lanerunner.vault.MasterKeyRotation;
import org.lanerunner.vault.Vault;

/** The vault's keys in the real database, as the server's own role, by two transactions that this test begins and ends itself. */
@SystemTest
class VaultIT {

    private static final UUID ROW = new UUID(0, 7);
    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.US_ASCII);

    private final String purpose = "probe." + letters();
    private final ProbeColumn column = new ProbeColumn(purpose);
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
        byte[] first = vault(one).seal(column, ROW, SECRET);
        CompletableFuture<byte[]> second = sealing(other);
        awaitWaiting(other);
        one.commit();
        byte[] sealed = second.get(20, TimeUnit.SECONDS);
        other.commit();
        assertEquals(1, count("SELECT count(*) FROM vault.data_key WHERE purpose = '" + purpose + "'"));
        assertArrayEquals(SECRET, vault(one).open(column, ROW, sealed));
        assertArrayEquals(SECRET, vault(other).open(column, ROW, first));
    }

    @Test
    void aKeyWhoseMakerWasRolledBackIsNeverUsedAgain() throws Exception {
        Vault maker = vault(one);
        maker.seal(column, ROW, SECRET);
        one.rollback();
        byte[] sealed = maker.seal(column, ROW, SECRET);
        one.commit();
        assertArrayEquals(SECRET, vault(other).open(column, ROW, sealed));
    }

    @Test
    void aKeyIsNotRetiredWhileSomebodyStillSealsWithIt() throws Exception {
        byte[] sealed = vault(one).seal(column, ROW, SECRET);
        one.commit();
        vault(one).seal(column, ROW, SECRET);
        CompletableFuture<Integer> retired = CompletableFuture.supplyAsync(
                () -> update(other, "UPDATE vault.data_key SET retired_at = now() WHERE purpose = '" + purpose + "'"));
        awaitWaiting(other);
        one.commit();
        assertEquals(1, retired.get(20, TimeUnit.SECONDS));
        other.commit();

        byte[] later = vault(one).seal(column, ROW, SECRET);
        one.commit();
        assertEquals(2, count("SELECT count(*) FROM vault.data_key WHERE purpose = '" + purpose + "'"));
        assertArrayEquals(SECRET, vault(other).open(column, ROW, sealed));
        assertArrayEquals(SECRET, vault(other).open(column, ROW, later));
    }

    @Test
    void aDataKeyOfAnotherRowDoesNotOpen() throws Exception {
        String elsewhere = "probe." + letters();
        byte[] sealed = vault(one).seal(column, ROW, SECRET);
        vault(one).seal(new ProbeColumn(elsewhere), ROW, SECRET);
        update(one, """
                UPDATE vault.data_key mine SET wrapped = other.wrapped, master_key = other.master_key FROM vault.data_key other
                WHERE mine.purpose = '%s' AND other.purpose = '%s'""".formatted(purpose, elsewhere));
        assertThrows(IllegalStateException.class, () -> vault(one).open(column, ROW, sealed));
        one.rollback();
    }

    @Test
    void theServersRoleNeitherDeletesAKeyNorTurnsItToAnotherPurpose() throws Exception {
        vault(one).seal(column, ROW, SECRET);
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
        vault(one).seal(column, ROW, SECRET);
        one.commit();
        // 12 bytes of nonce, 32 of the key, 16 of the tag
        assertEquals(60, count("SELECT length(wrapped) FROM vault.data_key WHERE purpose = '" + purpose + "'"));
        assertFalse(TestServer.secrets().text("master-keys").isEmpty());
    }

    /** However far it came, the file opens everything, and it is simply done again; whoever makes keys meanwhile makes none under the key that goes. */
    @Test
    void aChangeOfTheMasterKeyMayBeCutOffAnywhere() throws Exception {
        byte[] sealed = vault(one).seal(column, ROW, SECRET);
        one.commit();
        for (MasterKeyRotation.Step last : MasterKeyRotation.Step.values()) {
            try (Connection owner = TestServer.connectAsOwner()) {
                MasterKeyRotation rotation = new MasterKeyRotation(owner, masterKeys());
                assertThrows(
                        CancellationException.class,
                        () -> rotation.run(step -> {
                            ProbeColumn made = new ProbeColumn("probe." + letters());
                            vault(other).seal(made, ROW, SECRET);
                            commit(other);
                            if (step == last) {
                                throw new CancellationException();
                            }
                        }));
                assertEquals(Set.of(), MasterKeyRotation.missing(owner, masterKeys()), last.name());
            }
            assertArrayEquals(SECRET, vault(one).open(column, ROW, sealed), last.name());
            one.rollback();
        }
        List<String> before = Files.readAllLines(masterKeys());
        assertEquals(
                2,
                TestServer.vaultKeys(masterKeys())
                        .rotateMaster(true, Instant.now())
                        .size());
        assertEquals(1, Files.readAllLines(masterKeys()).size());
        assertFalse(before.contains(Files.readAllLines(masterKeys()).get(0)));
        assertEquals(1, count("SELECT count(DISTINCT master_key) FROM vault.data_key WHERE destroyed_at IS NULL"));
        assertArrayEquals(SECRET, vault(one).open(column, ROW, sealed));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(masterKeys())));
    }

    @Test
    void aChangeOfTheMasterKeyThatIsKilledIsDoneAgain(@TempDir Path logs) throws Exception {
        byte[] sealed = vault(one).seal(column, ROW, SECRET);
        one.commit();
        // holds the key, so that the command waits in the middle of its transaction
        vault(one).seal(column, ROW, SECRET);
        Process command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dlanerunner.home=" + System.getProperty("lanerunner.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.lanerunner.launcher.Main",
                        "keys",
                        "rotate",
                        "master",
                        "--data",
                        TestServer.data().root().toString(),
                        "--port",
                        String.valueOf(TestServer.address().getPort()))
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("command").toFile())
                .start();
        try (Connection owner = TestServer.connectAsOwner()) {
            Eventually.get(
                    () -> count(
                            owner,
                            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                    + " AND query LIKE '%FROM vault.data_key WHERE master_key <>%' AND pid <> pg_backend_pid()"),
                    waiting -> waiting > 0 || !command.isAlive());
        } finally {
            command.destroyForcibly().waitFor();
        }
        one.commit();
        assertEquals(2, Files.readAllLines(masterKeys()).size(), Files.readString(logs.resolve("command")));
        assertArrayEquals(SECRET, vault(other).open(column, ROW, sealed));
        other.commit();
        String aside = TestServer.vaultKeys(masterKeys())
                .rotateMaster(false, Instant.now())
                .get(1);
        assertEquals(1, Files.readAllLines(masterKeys()).size());
        assertArrayEquals(SECRET, vault(other).open(column, ROW, sealed));
        Path kept = Path.of(aside.substring(aside.indexOf('/'), aside.indexOf(':')));
        assertFalse(Files.readAllLines(kept).isEmpty());
        assertFalse(Files.readAllLines(kept)
                .contains(Files.readAllLines(masterKeys()).get(0)));
        Files.delete(kept);

        Path former = Files.copy(masterKeys(), masterKeys().resolveSibling("master-keys.before-20260101T000000Z"));
        String destroyed = TestServer.vaultKeys(masterKeys())
                .rotateMaster(true, Instant.now())
                .get(1);
        assertTrue(
                destroyed.startsWith("The key before is still in") && destroyed.contains(former.toString()), destroyed);
        Files.delete(former);
    }

    /** A database that needs another key than the file has, as after an older copy was put back. */
    @Test
    void aFileThatDoesNotFitIsToldAndWhereTheKeyIs(@TempDir Path folder) throws Exception {
        vault(one).seal(column, ROW, SECRET);
        one.commit();
        Path others = Files.writeString(
                folder.resolve("master-keys"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        String said = assertThrows(
                        LaunchFailure.class, () -> TestServer.vaultKeys(others).requireFitting())
                .getMessage();
        assertTrue(said.contains("was an older copy of the database put back"), said);
        assertThrows(LaunchFailure.class, () -> TestServer.vaultKeys(others).rotateMaster(false, Instant.now()));
        assertEquals(1, Files.readAllLines(others).size(), "nothing was changed");
        Path aside = Files.copy(masterKeys(), folder.resolve("master-keys.before-20260101T000000Z"));
        assertTrue(assertThrows(
                        LaunchFailure.class, () -> TestServer.vaultKeys(others).requireFitting())
                .getMessage()
                .contains(aside + " has it"));
        Files.write(others, Files.readAllLines(aside), StandardOpenOption.APPEND);
        TestServer.vaultKeys(others).requireFitting();
    }

    /** More than a page of messages that nobody sends: one is changed by somebody while the job waits for it, one was tampered with. */
    @Test
    void theJobSealsAllAnewLosesNothingAndThenTheOldKeyGoes() throws Exception {
        List<UUID> messages = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            messages.add(UUID.randomUUID());
        }
        messages.sort(Comparator.comparing(UUID::toString));
        for (UUID id : messages) {
            insertMessage(id, vault(one).seal(ProbeColumn.CONTENT, id, SECRET));
        }
        one.commit();
        UUID tampered = messages.get(20);
        UUID changed = messages.get(120);
        byte[] original = content(tampered);
        setContent(one, tampered, flipped(original));
        one.commit();

        assertEquals(1, TestServer.vaultKeys(masterKeys()).rotateData(List.of("outbound.content")));
        setContent(
                other,
                changed,
                vault(other).seal(ProbeColumn.CONTENT, changed, "newer".getBytes(StandardCharsets.US_ASCII)));
        awaitSomebodyWaitingFor(other);
        other.commit();
        JsonNode run = awaitDone();
        assertTrue(run.at("/resealed").asInt() >= 148, run.toString());
        assertTrue(run.at("/unreadable").toString().contains(ProbeColumn.CONTENT.place(tampered)), run.toString());
        Vault fresh = vault(one);
        for (UUID id : messages) {
            if (id.equals(tampered)) {
                assertArrayEquals(flipped(original), content(id));
            } else {
                byte[] expected = id.equals(changed) ? "newer".getBytes(StandardCharsets.US_ASCII) : SECRET;
                assertArrayEquals(expected, fresh.open(ProbeColumn.CONTENT, id, content(id)));
                assertFalse(Arrays.equals(original, 1, 17, content(id), 1, 17), "under the new key");
            }
        }
        assertArrayEquals(SECRET, fresh.open(ProbeColumn.CONTENT, tampered, original), "its key stays");
        one.commit();

        setContent(one, tampered, original);
        one.commit();
        try (Connection owner = TestServer.connectAsOwner()) {
            update(
                    owner,
                    "UPDATE vault.data_key SET retired_at = now() - interval '2 hours' WHERE purpose = 'outbound.content' AND retired_at IS NOT NULL");
            update(
                    owner,
                    "INSERT INTO vault.resealing (id, status, requested_at) VALUES ('" + Uuid7.next()
                            + "', 'REQUESTED', now())");
        }
        assertTrue(awaitDone().at("/destroyed").asInt() >= 1);
        assertEquals(
                "there is no data key",
                assertThrows(IllegalStateException.class, () -> vault(one)
                                .open(ProbeColumn.CONTENT, tampered, original))
                        .getMessage()
                        .substring(0, 20));
        assertArrayEquals(SECRET, vault(one).open(ProbeColumn.CONTENT, tampered, content(tampered)));
        update(one, "DELETE FROM outbound.delivery WHERE kind = 'test/vault'");
        one.commit();
    }

    private static JsonNode awaitDone() {
        Api administrator = Api.administrator();
        return Eventually.get(
                () -> administrator
                        .get("/admin/resealings?limit=1")
                        .expect(200)
                        .body()
                        .at("/items/0"),
                run -> run.at("/status").asText().equals("DONE"));
    }

    private void insertMessage(UUID id, byte[] sealed) throws SQLException {
        try (PreparedStatement insert = one.prepareStatement(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, content, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " VALUES (?, 'SMS', 'test/vault', 'x', 'x', ?, 'DEAD', 0, 0, now(), now(), now())")) {
            insert.setObject(1, id);
            insert.setBytes(2, sealed);
            insert.executeUpdate();
        }
    }

    private byte[] content(UUID id) throws SQLException {
        try (Statement statement = one.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT content FROM outbound.delivery WHERE id = '" + id + "'")) {
            row.next();
            return row.getBytes(1);
        }
    }

    private static void setContent(Connection connection, UUID id, byte[] sealed) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE outbound.delivery SET content = ? WHERE id = ?")) {
            update.setBytes(1, sealed);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    private static byte[] flipped(byte[] sealed) {
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;
        return changed;
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Path masterKeys() {
        return TestServer.data().secrets().resolve("master-keys");
    }

    /** Until the database says that somebody waits for what this connection holds. */
    private static void awaitSomebodyWaitingFor(Connection holder) throws SQLException {
        int backend = holder.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (Connection owner = TestServer.connectAsOwner()) {
            Eventually.get(
                    () -> count(
                            owner,
                            "SELECT count(*) FROM pg_locks WHERE NOT granted AND " + backend
                                    + " = ANY (pg_blocking_pids(pid))"),
                    waiting -> waiting > 0);
        }
    }

    private CompletableFuture<byte[]> sealing(Connection connection) {
        return CompletableFuture.supplyAsync(() -> vault(connection).seal(column, ROW, SECRET));
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
        return new Vault(new Sql(always(connection)), masterKeys(), Clock.systemUTC());
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
