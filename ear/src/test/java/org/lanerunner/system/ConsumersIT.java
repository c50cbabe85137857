package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A consumer's transaction, its replay from the log, and what it keeps of months that fall. */
@SystemTest
class ConsumersIT {

    private static final String COUNTER = "analytics.event-counts";
    private static final String LOGGED =
            "SELECT count(*) FROM events.event WHERE family IN ('load', 'booking') AND recorded_at > now() - interval '1 year'";
    private static final String COUNTED = "SELECT coalesce(sum(events), 0)::bigint FROM analytics.event_count";
    private static final String KEPT = "SELECT coalesce(sum(events), 0)::bigint FROM analytics.event_count_kept";

    @Deployment(testable = false)
    static WebArchive probe() {
        return ProbeArchive.named("night-probe.war");
    }

    @Test
    void effectThatFailsLeavesNoRowInTheInboxAndAReplayBringsItBack() {
        Sql.run(
                "CREATE FUNCTION analytics.refused() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$",
                "CREATE TRIGGER refused BEFORE INSERT ON analytics.event_count FOR EACH ROW WHEN (NEW.type = 'offer.declined')"
                        + " EXECUTE FUNCTION analytics.refused()");
        String inInbox =
                "SELECT count(*) FROM events.inbox i JOIN events.event e ON e.id = i.event_id WHERE consumer = '"
                        + COUNTER + "' AND e.aggregate_id = '%s' AND e.type = '%s'";
        String declined;
        try {
            Parties parties = new Parties();
            declined = parties.offer(parties.postLoad("900"));
            parties.shipper()
                    .post("/offers/" + declined + "/decline", java.util.Map.of())
                    .expect(200);
            String after = parties.offer(parties.postLoad("900"));
            Eventually.get(() -> Sql.number(inInbox.formatted(after, "offer.made")), count -> count == 1);
            assertEquals(1, Sql.number(inInbox.formatted(declined, "offer.made")));
            assertEquals(0, Sql.number(inInbox.formatted(declined, "offer.declined")));
        } finally {
            Sql.run("DROP TRIGGER refused ON analytics.event_count", "DROP FUNCTION analytics.refused()");
        }
        replay();
        assertEquals(1, Sql.number(inInbox.formatted(declined, "offer.declined")));
        Eventually.get(
                () -> Sql.number("SELECT (" + COUNTED + ") - (" + KEPT + ") - (" + LOGGED + ")"),
                difference -> difference == 0);
    }

    @Test
    void monthThatFallsIsKeptInCountsAndOldPositionsAreForgotten() throws Exception {
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
        long kept = Sql.number(KEPT);
        night();
        assertEquals(kept + 3, Sql.number(KEPT));
        assertEquals(3, Sql.number("SELECT sum(rows)::bigint FROM events.fallen_month WHERE month = '2010-01-01'"));
        assertEquals(2, Sql.number("SELECT count(*) FROM events.fallen_month WHERE month = '2010-01-01'"));
        assertEquals(0, Sql.number("SELECT count(*) FROM events.event WHERE recorded_at < '2011-01-01'"));
        assertEquals(
                0,
                Sql.number(
                        "SELECT count(*) FROM tracking.position WHERE trip_id = '00000000-0000-0000-0000-000000000010'"));
        replay();
        assertTrue(Sql.number("SELECT events FROM analytics.event_count WHERE business_date = '2010-01-15'") >= 3);
    }

    @Test
    void monthsOfTheLastYearNeverFall() {
        assertEquals(
                "22023",
                Sql.refusal(
                        "SELECT events.drop_month('events.event', date_trunc('month', now() - interval '2 months')::date)"));
        assertEquals("22023", Sql.refusal("SELECT events.drop_month('identity.person', '2010-01-01')"));
    }

    private static void replay() {
        TestServer.replay().request(COUNTER);
        Eventually.get(() -> TestServer.replay().states(), states -> states.stream()
                .anyMatch(state -> state.startsWith(COUNTER + ": replayed,")));
    }

    private static void night() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.address() + "/night-probe/night"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
