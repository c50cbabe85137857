package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An outage fills no disk: what fails again and again has a line each time, and its trace once. */
@SystemTest
class LogsIT {

    private static final int REQUESTS = 30;

    @Test
    void everyFailedRequestHasItsLineAndTheirCauseOneTrace() throws Exception {
        Person owner = People.carrier();
        Path log = TestServer.data().logs().resolve("server.json");
        long before = Files.size(log);
        execute("ALTER TABLE fleet.vehicle RENAME TO vehicle_away");
        try {
            for (int i = 0; i < REQUESTS; i++) {
                Rest.get("/api/vehicles", owner).expect(500);
            }
        } finally {
            execute("ALTER TABLE fleet.vehicle_away RENAME TO vehicle");
        }
        Rest.get("/api/vehicles", owner).expect(200);
        List<JsonNode> lines = linesAfter(log, before);
        assertEquals(REQUESTS, count(lines, "GET /api/vehicles failed", ""));
        long traces = lines.stream()
                .map(line -> line.path("stackTrace").asText())
                .filter(trace -> trace.contains("vehicle\" does not exist") && trace.contains("\tat "))
                .count();
        assertTrue(traces == 1, () -> traces + " traces: " + lines);
        assertTrue(lines.size() < 3 * REQUESTS, () -> lines.size() + " lines");
    }

    @Test
    void whatIsRefusedOnPurposeIsNoDefect() throws Exception {
        Path log = TestServer.data().logs().resolve("server.json");
        long before = Files.size(log);
        Rest.post("/api/auth/providers/begin", Rest.object("provider", "away"), null, "Device-Key", Logins.newDevice())
                .expect(503, "federation/provider-down");
        List<JsonNode> lines = linesAfter(log, before);
        assertEquals(0, count(lines, "POST /api/auth/providers/begin failed", ""), lines::toString);
        JsonNode said = lines.stream()
                .filter(line -> line.path("loggerName").asText().equals("org.lanerunner.unavailable"))
                .findFirst()
                .orElseThrow();
        assertEquals("WARN", said.path("level").asText());
        assertEquals(
                "POST /api/auth/providers/begin: federation/provider-down",
                said.path("message").asText());
        assertFalse(said.has("stackTrace"), said::toString);
    }

    @Test
    void headersThatCanNotBeReadAreNoLineOfTheLog() throws Exception {
        Path log = TestServer.data().logs().resolve("server.json");
        long before = Files.size(log);
        Rest.call("GET", "/api/version", null, null, "Accept", "a/b/c").expect(400);
        Rest.call("POST", "/api/auth/login", Rest.object(), null, "Content-Type", "json")
                .expect(400);
        List<JsonNode> lines = linesAfter(log, before);
        assertEquals(0, count(lines, "RESTEASY", ""), lines::toString);
    }

    @Test
    void whatAConstraintRefusedStandsInNoLog() throws Exception {
        String email = People.newEmail();
        List<Callable<Answer>> calls = Collections.nCopies(
                8,
                () -> Rest.post(
                        "/api/auth/register",
                        Rest.object("email", email, "password", People.PASSWORD, "name", "Race"),
                        null));
        long made = AtOnce.all(calls).stream()
                .filter(answer -> answer.status() == 201)
                .count();
        assertEquals(1, made);
        try (Stream<Path> logs = Files.list(TestServer.data().logs())) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("$argon2"), log + " has a hash");
                assertFalse(text.contains(email), log + " has an address");
            }
        }
    }

    private static long count(List<JsonNode> lines, String message, String trace) {
        return lines.stream()
                .filter(line -> line.path("message").asText().contains(message))
                .filter(line -> line.path("stackTrace").asText().contains(trace))
                .count();
    }

    private static List<JsonNode> linesAfter(Path log, long position) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) (file.length() - position)];
            file.seek(position);
            file.readFully(fresh);
            return new String(fresh, StandardCharsets.UTF_8)
                    .lines()
                    .map(LogsIT::parse)
                    .toList();
        }
    }

    private static JsonNode parse(String line) {
        try {
            return Rest.JSON.readTree(line);
        } catch (IOException broken) {
            throw new AssertionError(line, broken);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = TestServer.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
