package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.Ports;
import org.lanerunner.launcher.ServerHandle;
import org.lanerunner.launcher.VaultKeys;
import org.lanerunner.vault.Vault;
import org.postgresql.ds.PGSimpleDataSource;

/** Start and stop as a person does them, with a server of this test's own: after a kill of everything the next start recovers, loses nothing and leaves no orphan. */
@EnabledIfSystemProperty(named = "lanerunner.system.tests", matches = "true")
class LauncherIT {
    private static final String NODE = "node.of-a-test";
    private static final int SEALED = 250;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Build build = Build.of(
            Path.of(System.getProperty("lanerunner.home")).toAbsolutePath().normalize());
    private final DataFolder data = DataFolder.at(build.home().resolve("ear/target/launcher-test"));
    private final Ports ports = FreePorts.find();
    private final LaneRunner laneRunner = new LaneRunner(
            build,
            data,
            EffectiveSettings.of(
                    data,
                    Map.of(
                            "LANERUNNER_HTTP_PORT",
                            String.valueOf(ports.http()),
                            "LANERUNNER_TEST_MONEY",
                            "true",
                            "LANERUNNER_NODE_NAME",
                            NODE)),
            new Console(System.out));

    @AfterEach
    void stop() {
        laneRunner.stop();
        data.deleteIfThere();
    }

    @Test
    void startRecoversFromAKillOfServerAndDatabase() throws Exception {
        laneRunner.stop();
        data.deleteIfThere();
        ServerHandle first = laneRunner.start();
        assertTrue(first.startedNow());
        assertFalse(laneRunner.start().startedNow(), "a second start finds the first");
        assertEquals(201, register(first));

        UUID interrupted = claimRun(first, 1);
        UUID resealing = resealUntilTheSecondPage(first);
        List<ProcessHandle> killed = processes();
        assertEquals(2, killed.size(), "server and database");
        killed.forEach(ProcessHandle::destroyForcibly);
        killed.forEach(process -> process.onExit().join());

        ServerHandle second = laneRunner.start();
        assertTrue(second.startedNow());
        assertEquals(200, signIn(second), "what was acknowledged before the kill is there");
        assertEquals(1, processes().stream().filter(process -> isJava(process)).count());
        takesUpWhatWasInterruptedAndNothingElse(second, interrupted);
        sealsTheRestAndNothingTwice(second, resealing);
        assertTrue(laneRunner.stop());
        assertEquals(List.of(), processes());
        assertFalse(laneRunner.stop(), "a second stop has nothing to do");
    }

    /** Soon after its start a server takes up the lane reports that it was writing when it went down, and leaves alone those that it has begun since. */
    private void takesUpWhatWasInterruptedAndNothingElse(ServerHandle server, UUID interrupted) throws SQLException {
        UUID running = claimRun(server, 2);
        try (Connection owner = connect(server)) {
            Eventually.get(() -> statusOf(owner, interrupted), "DONE"::equals);
            assertEquals("RUNNING", statusOf(owner, running));
        }
    }

    /** Has all messages sealed anew, and holds one of the second page, so that the job is in the middle of it. */
    private UUID resealUntilTheSecondPage(ServerHandle server) throws SQLException {
        Path masterKeys = data.secrets().resolve("master-keys");
        Database.Access access = laneRunner.startDatabase(server.ports());
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(access.url());
        database.setUser(access.server().user());
        database.setPassword(access.server().password());
        org.lanerunner.shared.Sql servers = new org.lanerunner.shared.Sql(database);
        Vault vault = new Vault(servers, masterKeys, Clock.systemUTC());
        for (int i = 1; i <= SEALED; i++) {
            UUID id = new UUID(0, i);
            servers.update(
                    "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, content, state, attempts, refusals, created_at, next_try_at, changed_at)"
                            + " VALUES (?, 'SMS', 'test/test', 'x', 'x', ?, 'DEAD', 0, 0, now(), now(), now())",
                    id,
                    vault.seal(ProbeColumn.CONTENT, id, new byte[] {1}));
        }
        new VaultKeys(access, masterKeys).rotateData(List.of(ProbeColumn.CONTENT.purpose()));
        Connection holder = connect(server);
        holder.setAutoCommit(false);
        try (PreparedStatement hold =
                holder.prepareStatement("SELECT 1 FROM outbound.delivery WHERE id = ? FOR UPDATE")) {
            hold.setObject(1, new UUID(0, 150));
            hold.execute();
        }
        Eventually.get(
                () -> servers.first("SELECT looked_at FROM vault.resealing", row -> row.getInt(1))
                        .orElseThrow(),
                looked -> looked == 100);
        return servers.first("SELECT id FROM vault.resealing", row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    private void sealsTheRestAndNothingTwice(ServerHandle server, UUID resealing) throws SQLException {
        try (Connection owner = connect(server);
                PreparedStatement select = owner.prepareStatement(
                        "SELECT concat_ws(' ', status, looked_at, resealed, (SELECT count(*) FROM outbound.delivery d JOIN vault.data_key k"
                                + " ON k.id::text = regexp_replace(encode(substring(d.content FROM 2 FOR 16), 'hex'), '(.{8})(.{4})(.{4})(.{4})(.{12})', '\\1-\\2-\\3-\\4-\\5')"
                                + " WHERE k.retired_at IS NULL AND d.kind = 'test/test')) FROM vault.resealing WHERE id = ?")) {
            select.setObject(1, resealing);
            Eventually.get(
                    () -> {
                        try (ResultSet row = select.executeQuery()) {
                            row.next();
                            return row.getString(1);
                        } catch (SQLException broken) {
                            throw new IllegalStateException(broken);
                        }
                    },
                    ("DONE " + SEALED + ' ' + SEALED + ' ' + SEALED)::equals);
        }
    }

    /** A run of the lane report that this server has claimed just now. */
    private UUID claimRun(ServerHandle server, int day) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection owner = connect(server);
                PreparedStatement insert = owner.prepareStatement("INSERT INTO analytics.lane_run"
                        + " (id, business_date, zone, cause, status, up_to, requested_at, started_at, node)"
                        + " VALUES (?, make_date(2001, 1, ?), 'UTC', 'DEMAND', 'RUNNING', now(), now(), now(), ?)")) {
            insert.setObject(1, id);
            insert.setInt(2, day);
            insert.setString(3, NODE);
            insert.executeUpdate();
        }
        return id;
    }

    private Connection connect(ServerHandle server) throws SQLException {
        Database.Access access = laneRunner.startDatabase(server.ports());
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }

    private static String statusOf(Connection owner, UUID run) {
        try (PreparedStatement select = owner.prepareStatement("SELECT status FROM analytics.lane_run WHERE id = ?")) {
            select.setObject(1, run);
            try (ResultSet row = select.executeQuery()) {
                assertTrue(row.next());
                return row.getString(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Server and database of this data folder. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().arguments().map(this::namesOurFolder).orElse(false))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private boolean namesOurFolder(String[] arguments) {
        return Arrays.stream(arguments)
                .anyMatch(argument -> argument.equals("-Dlanerunner.data=" + data.root())
                        || argument.equals(data.postgres() + "/data"));
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    private int register(ServerHandle server) throws Exception {
        return post(server, "/api/auth/register", """
                {"email":"kill@example.org","password":"correct horse battery staple","name":"Kim","organisation":{"name":"Kim's Freight","kind":"SHIPPER"}}""");
    }

    private int signIn(ServerHandle server) throws Exception {
        return post(server, "/api/auth/login", """
                {"email":"kill@example.org","password":"correct horse battery staple"}""");
    }

    private int post(ServerHandle server, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
