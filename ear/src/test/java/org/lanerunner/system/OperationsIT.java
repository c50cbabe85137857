package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an administrator sees of the installation: figures, health, jobs, dead letters. */
@SystemTest
class OperationsIT {

    private static Person admin;

    @Deployment(testable = false)
    static WebArchive probe() {
        return ProbeArchive.named("letters-probe.war");
    }

    @BeforeAll
    static void administrator() {
        admin = People.admin();
    }

    @Test
    void figuresAndHealthAreThere() {
        JsonNode view = Rest.get("/api/admin/operations", admin).expect(200).body();
        JsonNode figures = view.path("figures");
        assertTrue(figures.path("databaseConnections").asInt() > 0, figures::toString);
        assertTrue(
                figures.path("mostDatabaseConnections").asInt()
                        >= figures.path("databaseConnections").asInt(),
                figures::toString);
        assertEquals("UP", view.at("/health/status").asText());
        assertTrue(view.at("/health/checks").toString().contains("dataFreeBytes"), view::toString);
        long before = figures.path("suspendedOrganisations").asLong();
        Person shipper = People.shipper();
        String organisation = "/api/admin/organisations/" + shipper.organisationId();
        Rest.post(organisation + "/suspend", object("reason", "r"), admin).expect(200);
        assertEquals(
                before + 1,
                Rest.get("/api/admin/operations", admin)
                        .body()
                        .at("/figures/suspendedOrganisations")
                        .asLong());
        Rest.post(organisation + "/reopen", object("reason", "Cleared"), admin).expect(200);
    }

    @Test
    void aRunThatFailedIsDoneAgain() {
        UUID run = Rest.post("/api/reports/lanes/runs", object("date", "2026-01-03"), admin)
                .expect(202)
                .id();
        String address = "/api/reports/lanes/runs/" + run;
        Eventually.get(() -> Rest.get(address, admin).text("status"), "DONE"::equals);
        String restart = "/api/admin/jobs/lane-report/" + run + "/restart";
        Rest.post(restart, null, admin).expect(409, "reports/not-failed");
        Sql.run("UPDATE analytics.lane_run SET status = 'FAILED' WHERE id = '" + run + "'");
        JsonNode jobs = Rest.get("/api/admin/jobs", admin).expect(200).body();
        assertEquals("lane-report", jobs.at("/0/name").asText());
        assertTrue(jobs.at("/0/runs").toString().contains(run.toString()), jobs::toString);
        Rest.post(restart, null, admin).expect(204);
        Eventually.get(() -> Rest.get(address, admin).text("status"), "DONE"::equals);
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*) FROM audit.entry WHERE action = 'reports.lanes.run-again' AND subject_id = '"
                                + run + "'"));
        Rest.post("/api/admin/jobs/no-job/" + run + "/restart", null, admin).expect(404, "jobs/not-found");
        Rest.post("/api/admin/jobs/resealing/" + run + "/restart", null, admin).expect(404, "resealings/not-found");
    }

    @Test
    void deadLettersAreSeenAndGoWhenTheyAreDoneWith() throws Exception {
        String event = UUID.randomUUID().toString();
        String subject = UUID.randomUUID().toString();
        put(event, subject, 1);
        JsonNode letters = Eventually.get(
                () -> Rest.get("/api/admin/dead-letters", admin).expect(200).body(), all -> all.size() >= 2);
        String good = idOf(letters, event);
        String none = "";
        for (JsonNode letter : letters) {
            if (letter.path("type").isNull()) {
                none = letter.path("id").asText();
            }
        }
        Rest.post("/api/admin/dead-letters/load/" + none + "/retry", null, admin)
                .expect(409, "dead-letters/nobody-hears");
        Rest.call("DELETE", "/api/admin/dead-letters/load/" + none, null, admin.accessToken())
                .expect(204);
        Rest.post("/api/admin/dead-letters/load/" + good + "/retry", null, admin)
                .expect(204);
        assertEquals(1, Sql.number("SELECT count(*) FROM events.inbox WHERE event_id = '" + event + "'"));
        String gone = none;
        Eventually.get(
                () -> Rest.get("/api/admin/dead-letters", admin).body().toString(),
                all -> !all.contains(good) && !all.contains(gone));
        Rest.post("/api/admin/dead-letters/load/" + good + "/retry", null, admin)
                .expect(404, "dead-letters/not-found");
        Rest.post("/api/admin/dead-letters/nothing/" + good + "/retry", null, admin)
                .expect(404, "dead-letters/not-found");
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'dead-letter.tried' AND subject_id = '"
                        + event + "'"));
    }

    /** More than are shown: they are counted all the same, and one that is not among the first hundred is found. */
    @Test
    void oneOfManyDeadLettersIsFoundAndAllAreCounted() throws Exception {
        put(UUID.randomUUID().toString(), UUID.randomUUID().toString(), 110);
        String event = UUID.randomUUID().toString();
        String last = put(event, UUID.randomUUID().toString(), 1);
        JsonNode shown = Rest.get("/api/admin/dead-letters", admin).expect(200).body();
        assertFalse(shown.toString().contains(last), "a hundred of a family are shown");
        long counted = Rest.get("/api/admin/operations", admin)
                .expect(200)
                .body()
                .at("/figures/deadEvents")
                .asLong();
        assertTrue(counted >= 113, counted + " counted");
        Rest.post("/api/admin/dead-letters/load/" + last + "/retry", null, admin)
                .expect(204);
        assertEquals(1, Sql.number("SELECT count(*) FROM events.inbox WHERE event_id = '" + event + "'"));
        while (!shown.isEmpty()) {
            for (JsonNode letter : shown) {
                Rest.call(
                        "DELETE",
                        "/api/admin/dead-letters/" + letter.path("family").asText() + "/"
                                + letter.path("id").asText(),
                        null,
                        admin.accessToken());
            }
            shown = Rest.get("/api/admin/dead-letters", admin).expect(200).body();
        }
    }

    /** One thing that is due in two ways, at the edge of a page. */
    @Test
    void whatFailsIsReadWholeByPages() {
        String id = "00000000-0000-0000-0000-000000000001";
        for (String kind : List.of("test-one", "test-two")) {
            Sql.run("INSERT INTO bookings.due_attempt (kind, id, attempts, error, tried_at, next_try_at) VALUES ('"
                    + kind + "', '" + id + "', 1, 'server/defect', now(), now())");
        }
        try {
            JsonNode first =
                    Rest.get("/api/admin/due-items?limit=1", admin).expect(200).body();
            JsonNode second = Rest.get(
                            "/api/admin/due-items?limit=1&after="
                                    + first.path("next").asText(),
                            admin)
                    .expect(200)
                    .body();
            assertEquals("test-one", first.at("/items/0/kind").asText());
            assertEquals("test-two", second.at("/items/0/kind").asText());
            Rest.get("/api/admin/due-items?after=" + id, admin).expect(422, "request/invalid");
        } finally {
            Sql.run("DELETE FROM bookings.due_attempt WHERE id = '" + id + "'");
        }
    }

    /** Puts an event that the consumer can take, and so many letters that are none, where dead letters lie. @return the event's letter */
    private static String put(String event, String subject, int others) throws Exception {
        HttpRequest put = HttpRequest.newBuilder(
                        URI.create(TestServer.address() + "/letters-probe/dead-letters/put?event=" + event + "&subject="
                                + subject + "&others=" + others))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String idOf(JsonNode letters, String event) {
        for (JsonNode letter : letters) {
            if (letter.path("eventId").asText().equals(event)) {
                assertEquals("notifications.notices", letter.path("consumer").asText());
                return letter.path("id").asText();
            }
        }
        throw new AssertionError(letters.toString());
    }
}
