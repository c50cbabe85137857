package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** One audit row a command, with what it changed; and values that name a person, which end with that person's key. */
@SystemTest
class AuditIT {

    private static final String CHANGES =
            "SELECT changes::text FROM audit.entry WHERE action = '%s' AND subject_id = '%s'";

    @Deployment(testable = false)
    static WebArchive probe() {
        return ProbeArchive.named("audit-probe.war");
    }

    @Test
    void commandOfManyServicesIsOneRowWithAllItsEventsAndWhatItChanged() {
        Parties parties = new Parties();
        parties.topUp("2000");
        String offer = parties.offer(parties.postLoad("1200"));
        parties.accept(offer).expect(200);
        String row = " FROM audit.entry WHERE subject_id = '" + offer + "' AND call = 'POST /api/offers/{id}/accept'";
        assertEquals(1, Sql.number("SELECT count(*)" + row));
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(DISTINCT correlation_id) FROM events.event WHERE id = ANY (SELECT unnest(event_ids)"
                                + row + ")"));
        assertTrue(Sql.number("SELECT cardinality(event_ids)" + row) >= 4);
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*)" + row
                                + " AND changes @> '[{\"table\": \"deals.offer\", \"values\": {\"status\": [\"OPEN\", \"ACCEPTED\"]}}]'"
                                + " AND changes @> '[{\"table\": \"loads.load\", \"values\": {\"status\": [\"OPEN\", \"COVERED\"]}}]'"));
    }

    @Test
    void whatNamesAPersonIsSealedAndUnreadableOnceErased() throws Exception {
        Parties parties = new Parties();
        String driver = parties.carrier()
                .post("/drivers", Map.of("name", "Berta Blum", "phone", "+1 555 0100"))
                .expect(201)
                .at("/id");
        parties.carrier()
                .patch("/drivers/" + driver, Map.of("name", "Clara Kern", "active", false))
                .expect(200);
        String stored = Sql.text(CHANGES.formatted("driver.changed", driver));
        assertTrue(stored.contains("\"active\": [true, false]"), stored);
        assertFalse(stored.contains("Berta") || stored.contains("Clara"), stored);
        JsonNode name = change(driver, "name");
        assertEquals("Berta Blum", name.get("before").asText());
        assertEquals("Clara Kern", name.get("after").asText());
        ask("erase?subject=" + driver);
        assertTrue(change(driver, "name").get("before").isNull());
        assertFalse(change(driver, "active").get("after").asBoolean(true));
        assertEquals(stored, Sql.text(CHANGES.formatted("driver.changed", driver)));
        assertEquals(0, Sql.number("SELECT count(*) FROM audit.person_key WHERE subject_id = '" + driver + "'"));
    }

    @Test
    void transactionsThatTellOfTheSameThingsInAnotherOrderDoNotWaitForEachOther() throws Exception {
        assertEquals(0, ask("both-ways").asInt());
    }

    private static JsonNode change(String row, String attribute) throws Exception {
        for (JsonNode changed : ask("trail?row=" + row)) {
            if (changed.get("attribute").asText().equals(attribute)) {
                return changed;
            }
        }
        throw new AssertionError("no change of " + attribute);
    }

    private static JsonNode ask(String question) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(TestServer.address() + "/audit-probe/audit/" + question))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return new ObjectMapper().readTree(answer.body());
    }
}
