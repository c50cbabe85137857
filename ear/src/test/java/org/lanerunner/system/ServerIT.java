package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as the build made it, before any feature. */
@SystemTest
class ServerIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/health",
                "/api/live",
                "/api/ready",
                "/api/version",
                "/api/metrics",
                "/api/openapi",
                "/health",
                "/live",
                "/ready",
                "/version",
                "/metrics"
            })
    void operatorsPathsAnswerUnderTheApiAndAtTheRoot(String path) throws Exception {
        assertEquals(200, get(path).statusCode());
    }

    /** Weld says only in its log, and at INFO, that it leaves out a bean whose classes can't be loaded: a module that the part doesn't see. */
    @Test
    void noBeanIsLeftOutForWantOfAModule() throws Exception {
        String log = Files.readString(TestServer.data().logs().resolve("server.json"));
        assertTrue(log.contains("WELD-000900"), "the log tells of Weld's start");
        assertFalse(log.contains("WELD-000119"), "a bean was left out");
    }

    @Test
    void answersTellNothingOfTheServerAndForbidSniffing() throws Exception {
        HttpResponse<String> answer = get("/api/version");
        assertTrue(answer.headers().firstValue("Server").isEmpty());
        assertTrue(answer.headers().firstValue("X-Powered-By").isEmpty());
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/index.html", "/api/docs"})
    void textsSayTheirCharset(String path) throws Exception {
        assertEquals("text/html;charset=UTF-8", header(get(path), "Content-Type"));
    }

    /** A worker that a browser kept would go on with the files of a build that is gone. */
    @Test
    void theServiceWorkerIsAllowedAndAskedForAnew() throws Exception {
        HttpResponse<String> worker = get("/sw.js");
        assertEquals("text/javascript;charset=UTF-8", header(worker, "Content-Type"));
        assertEquals("no-cache", header(worker, "Cache-Control"));
        assertTrue(header(worker, "Content-Security-Policy").contains("worker-src 'self'; manifest-src 'self'"));
        assertTrue(worker.body().contains("\"/index.html\""), "it knows the build's files");
        assertEquals("application/manifest+json", header(get("/manifest.webmanifest"), "Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/version", "/api/me", "/api/none", "/api/loads?limit=none"})
    void answersAreKeptNowhere(String path) throws Exception {
        assertEquals("no-store", header(get(path), "Cache-Control"));
    }

    @Test
    void foldersAreNotListedAndNoAnswerRepeatsWhatWasSent() throws Exception {
        assertEquals(403, get("/assets/").statusCode());
        for (String path : new String[] {"/", "/api/version"}) {
            HttpRequest trace = HttpRequest.newBuilder(TestServer.address().resolve(path))
                    .method("TRACE", HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer = client.send(trace, HttpResponse.BodyHandlers.ofString());
            assertEquals(405, answer.statusCode());
            assertEquals("", answer.body());
        }
    }

    @Test
    void jsonIsCompressedForWhoAsksForIt() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(TestServer.address().resolve("/api/metrics"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("none"));
    }

    @Test
    void databaseWritesThroughToTheDisk() throws Exception {
        try (Connection connection = TestServer.connectAsOwner()) {
            assertEquals("on", single(connection, "SHOW fsync"));
            assertEquals("on", single(connection, "SHOW synchronous_commit"));
        }
    }

    @Test
    void serversRoleHasNoDdl() throws SQLException {
        try (Connection connection = TestServer.connectAsServer();
                Statement statement = connection.createStatement()) {
            for (String ddl : new String[] {
                "CREATE TABLE public.x (a int)",
                "CREATE SCHEMA x",
                "CREATE TABLE events.x (a int)",
                "CREATE TABLE batch.x (a int)",
                "DROP TABLE events.outbox"
            }) {
                SQLException refused = org.junit.jupiter.api.Assertions.assertThrows(
                        SQLException.class, () -> statement.execute(ddl), ddl);
                assertEquals("42501", refused.getSQLState(), ddl);
            }
        }
    }

    @Test
    void batchRepositoryLivesInItsOwnSchema() throws Exception {
        try (Connection connection = TestServer.connectAsOwner()) {
            assertEquals(
                    "lanerunner_batch",
                    single(
                            connection,
                            "SELECT tableowner FROM pg_tables WHERE schemaname = 'batch' AND tablename ILIKE 'job_instance'"));
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(TestServer.address().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
