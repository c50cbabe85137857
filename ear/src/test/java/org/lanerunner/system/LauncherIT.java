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

/** Start and stop as a person does them, with a server of this test's own: after a kill of everything the next start recovers, loses nothing and leaves no orphan. */
@EnabledIfSystemProperty(named = "lanerunner.system.tests", matches = "true")
class LauncherIT {
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
                    Map.of("LANERUNNER_HTTP_PORT", String.valueOf(ports.http()), "LANERUNNER_TEST_MONEY", "true")),
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
        List<ProcessHandle> killed = processes();
        assertEquals(2, killed.size(), "server and database");
        killed.forEach(ProcessHandle::destroyForcibly);
        killed.forEach(process -> process.onExit().join());

        ServerHandle second = laneRunner.start();
        assertTrue(second.startedNow());
        assertEquals(200, signIn(second), "what was acknowledged before the kill is there");
        assertEquals(1, processes().stream().filter(process -> isJava(process)).count());
        takesUpWhatWasInterruptedAndNothingElse(second, interrupted);
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

    /** A run of the lane report that this server has claimed just now. */
    private UUID claimRun(ServerHandle server, int day) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection owner = connect(server);
                PreparedStatement insert = owner.prepareStatement("INSERT INTO analytics.lane_run"
                        + " (id, business_date, zone, cause, status, up_to, requested_at, started_at, node)"
                        + " VALUES (?, make_date(2001, 1, ?), 'UTC', 'DEMAND', 'RUNNING', now(), now(), now(), ?)")) {
            insert.setObject(1, id);
            insert.setInt(2, day);
            insert.setString(3, "lanerunner-" + server.ports().http());
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
