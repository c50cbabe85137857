package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A consumer's transaction, its replay from the log, and what it keeps of months that fall. */
@SystemTest
class ConsumersIT {

    private static final String READ_MODEL = "probe.read-model";

    @Deployment(testable = false)
    static WebArchive probe() {
        return ProbeArchive.named("consumers-probe.war");
    }

    @Test
    void effectThatFailsLeavesNoRowInTheInboxAndComesOnceWhenItIsOfferedAgain() {
        Person admin = People.member(People.admin(), "ADMIN");
        Parties parties = new Parties();
        Sql.run(
                "CREATE FUNCTION notifications.refused() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$",
                "CREATE TRIGGER refused BEFORE INSERT ON notifications.notice FOR EACH ROW WHEN (NEW.kind = 'offer-declined')"
                        + " EXECUTE FUNCTION notifications.refused()");
        String offer;
        JsonNode letter;
        try {
            offer = parties.offer(parties.postLoad("900"));
            parties.shipper().post("/offers/" + offer + "/decline", Map.of()).expect(200);
            String after = parties.offer(parties.postLoad("900"));
            Eventually.get(() -> met(after, "offer.made"), count -> count == 1);
            letter = Eventually.get(() -> letterOf(event(offer, "offer.declined"), admin), JsonNode::isObject);
            assertEquals(1, met(offer, "offer.made"));
            assertEquals(0, met(offer, "offer.declined"));
            assertEquals(0, told(offer, "offer.declined"));
        } finally {
            Sql.run("DROP TRIGGER refused ON notifications.notice", "DROP FUNCTION notifications.refused()");
        }
        Rest.post("/api/admin/dead-letters/load/" + letter.path("id").asText() + "/retry", null, admin)
                .expect(204);
        assertEquals(1, met(offer, "offer.declined"));
        assertEquals(1, told(offer, "offer.declined"));
    }

    @Test
    void aReplayLearnsTheLogOnceInItsOrderAndNothingElseIsDeliveredMeanwhile() throws Exception {
        ask("replay/introduce");
        Parties parties = new Parties();
        parties.offer(parties.postLoad("900"));
        List<String> log = ids(Sql.text("SELECT string_agg(id::text, ',' ORDER BY epoch, xid, id) FROM events.event"
                + " WHERE type LIKE 'load.%' OR type LIKE 'offer.%'"));
        Eventually.get(ConsumersIT::replayed, learned -> learned.size() >= log.size());
        List<String> learned = replayed();
        assertEquals(log, learned.subList(0, log.size()));
        assertEquals(learned.size(), new HashSet<>(learned).size());
        assertEquals("CONSUMED", ask("replay/deliver"));
    }

    @Test
    void monthThatFallsIsOfferedToBeKeptAndOldPositionsAreForgotten() throws Exception {
        Sql.run(
                "SELECT events.make_month('events.event', 'recorded_at', '2010-01-01')",
                "SELECT events.make_month('audit.entry', 'at', '2010-01-01')",
                "INSERT INTO events.event (id, type, version, family, aggregate_id, sequence, occurred_at, recorded_at, readers, subjects, correlation_id, data)"
                        + " SELECT gen_random_uuid(), 'load.expired', 1, 'load', gen_random_uuid(), 1, '2010-01-15', '2010-01-15', '{}', '{}', 'test',"
                        + " '{\"loadId\": \"00000000-0000-0000-0000-000000000001\"}' FROM generate_series(1, 3)",
                "INSERT INTO tracking.track (trip_id, organisation_id, last_batch_at, positions) VALUES"
                        + " ('00000000-0000-0000-0000-000000000010', gen_random_uuid(), now() - interval '14 months', 1)",
                "INSERT INTO tracking.position (trip_id, at, driver_id, vehicle_id, latitude, longitude, received_at) VALUES"
                        + " ('00000000-0000-0000-0000-000000000010', now() - interval '14 months', gen_random_uuid(), gen_random_uuid(), 1, 1, now())");
        List<String> leaving =
                ids(Sql.text("SELECT string_agg(id::text, ',') FROM events.event WHERE recorded_at < '2011-01-01'"));
        List<String> kept = ids(ask("replay/months"));
        assertEquals(3, leaving.size());
        assertEquals(3, kept.size());
        assertEquals(new HashSet<>(leaving), new HashSet<>(kept));
        assertEquals(3, Sql.number("SELECT sum(rows)::bigint FROM events.fallen_month WHERE month = '2010-01-01'"));
        assertEquals(2, Sql.number("SELECT count(*) FROM events.fallen_month WHERE month = '2010-01-01'"));
        assertEquals(0, Sql.number("SELECT count(*) FROM events.event WHERE recorded_at < '2011-01-01'"));
        ask("night");
        assertEquals(
                0,
                Sql.number(
                        "SELECT count(*) FROM tracking.position WHERE trip_id = '00000000-0000-0000-0000-000000000010'"));
    }

    @Test
    void monthsOfTheLastYearNeverFall() {
        assertEquals(
                "22023",
                Sql.refusal(
                        "SELECT events.drop_month('events.event', date_trunc('month', now() - interval '2 months')::date)"));
        assertEquals("22023", Sql.refusal("SELECT events.drop_month('identity.person', '2010-01-01')"));
    }

    /** What the read model learned of the whole log; in the middle of it a delivery was asked for. */
    private static List<String> replayed() throws Exception {
        TestServer.replay().request(READ_MODEL);
        ask("replay/begin");
        assertEquals("REPLAYING", ask("replay/deliver"));
        List<String> learned = ids(ask("replay/finish"));
        assertTrue(
                TestServer.replay().states().contains(READ_MODEL + ": replayed, " + learned.size() + " events"),
                () -> TestServer.replay().states().toString());
        return learned;
    }

    private static String event(String offer, String type) {
        return Sql.text("SELECT id FROM events.event WHERE aggregate_id = '" + offer + "' AND type = '" + type + "'");
    }

    private static long met(String offer, String type) {
        return Sql.number("SELECT count(*) FROM events.inbox WHERE consumer = 'notifications.notices' AND event_id = '"
                + event(offer, type) + "'");
    }

    private static long told(String offer, String type) {
        return Sql.number("SELECT count(*) FROM notifications.notice WHERE event_id = '" + event(offer, type) + "'");
    }

    private static JsonNode letterOf(String event, Person admin) {
        for (JsonNode letter :
                Rest.get("/api/admin/dead-letters", admin).expect(200).body()) {
            if (letter.path("eventId").asText().equals(event)) {
                return letter;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<String> ids(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    private static String ask(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.address() + "/consumers-probe/" + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }
}
