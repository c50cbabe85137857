package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.gate.Rate;
import org.lanerunner.gate.Rates;

/** What one caller may ask for in a minute, counted by all nodes together. */
@SystemTest
class RatesIT {

    private static final String BYPASSES = "/api/admin/rate-bypasses";
    private static final int A_MINUTE = 600;
    private static final int A_TENTH = A_MINUTE / 10;

    @Test
    void twoNodesLetThroughWhatOneMayAndATenthEachTooMuchAtMost() {
        org.lanerunner.shared.Sql database = new org.lanerunner.shared.Sql(TestServer.databaseOfServer());
        Rates one = new Rates(database, A_MINUTE);
        Rates other = new Rates(database, A_MINUTE);
        Map<Rate.Of, Object> who = Map.of(Rate.Of.ACTOR, UUID.randomUUID());
        long start = System.nanoTime();
        Callable<Long> atOne = () -> taken(one, who);
        Callable<Long> atOther = () -> taken(other, who);
        long through = AtOnce.all(List.of(atOne, atOther, atOne, atOther)).stream()
                .mapToLong(Long::longValue)
                .sum();
        long regained = (System.nanoTime() - start) / 1_000_000_000 * A_MINUTE / 60 + A_MINUTE / 60;
        assertTrue(through >= A_MINUTE, through + " of " + A_MINUTE);
        assertTrue(through <= A_MINUTE + 2 * A_TENTH + regained, through + " of " + A_MINUTE + " and " + regained);
        Rates.Exceeded exceeded = one.take(Rate.READS, who).orElseThrow();
        assertEquals("actor", exceeded.of());
        assertTrue(exceeded.waitSeconds() >= 1 && exceeded.waitSeconds() <= 60, exceeded.toString());
        assertTrue(one.take(Rate.WRITES, who).isEmpty(), "another kind of request");
        assertTrue(
                one.take(Rate.READS, Map.of(Rate.Of.ACTOR, UUID.randomUUID())).isEmpty(), "somebody else");
    }

    @Test
    void littleUseIsHeardOfByTheOtherNodesWithinASecond() {
        org.lanerunner.shared.Sql database = new org.lanerunner.shared.Sql(TestServer.databaseOfServer());
        Rates one = new Rates(database, A_MINUTE);
        Rates other = new Rates(database, A_MINUTE);
        Map<Rate.Of, Object> who = Map.of(Rate.Of.ADDRESS, "192.0.2." + UUID.randomUUID());
        // as the timer has them do it every second
        for (int i = 0; i < A_MINUTE / 50; i++) {
            Stream.of(one, other).forEach(node -> {
                for (int take = 0; take < 25; take++) {
                    node.take(Rate.READS, who);
                }
                node.exchange();
            });
        }
        long more = taken(one, who) + taken(other, who);
        assertTrue(more <= 2 * A_TENTH + A_MINUTE / 60 * 5, more + " more");
    }

    @Test
    void whoGoesBeyondTheRateIsToldWhenThereIsSomeAgainAndNobodyElseIs() {
        Person person = People.shipper();
        Person somebody = People.shipper();
        Rest.get("/api/me", person).expect(200);
        spend("READS ACTOR " + person.personId());
        Answer refused = Eventually.get(() -> Rest.get("/api/me", person), answer -> answer.status() == 429);
        refused.expect(429, "request/too-many");
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait > 30 && wait <= 60, "after " + wait);
        assertEquals("\"actor\";q=600000;w=60", refused.header("RateLimit-Policy"));
        assertEquals("\"actor\";r=0;t=" + wait, refused.header("RateLimit"));
        Rest.get("/api/me", somebody).expect(200);
        Rest.get("/api/version", person).expect(200);
        Rest.post("/api/live/tickets", null, person).expect(200);
    }

    @Test
    void bypassLiftsTheRatesThatItNamesForAWhileAndNothingElse() {
        Person admin = People.admin();
        Person person = People.shipper();
        Instant soon = Instant.now().plusSeconds(3_600);
        Answer made = Rest.post(
                        BYPASSES,
                        object("reason", "Load test", "rates", List.of("READS"), "until", soon.toString()),
                        admin)
                .expect(201);
        String token = made.text("token");
        String id = made.at("/bypass/id");
        spend("READS ACTOR " + person.personId());
        spend("WRITES ACTOR " + person.personId());
        Eventually.get(() -> Rest.get("/api/me", person).status(), status -> status == 429);
        Rest.call("GET", "/api/me", null, person.accessToken(), "X-Rate-Bypass", token)
                .expect(200);
        Rest.call("GET", "/api/me", null, person.accessToken(), "X-Rate-Bypass", token + "x")
                .expect(429, "request/too-many");
        Rest.call("GET", "/api/admin/people", null, person.accessToken(), "X-Rate-Bypass", token)
                .expect(403);
        Eventually.get(
                () -> Rest.call("POST", "/api/live/tickets", null, person.accessToken(), "X-Rate-Bypass", token)
                        .status(),
                status -> status == 429);
        Eventually.get(() -> Rest.get(BYPASSES, admin).at("/items/0/uses"), uses -> uses.equals("2"));

        Rest.call("DELETE", BYPASSES + "/" + id, null, admin.accessToken()).expect(204);
        Rest.call("GET", "/api/me", null, person.accessToken(), "X-Rate-Bypass", token)
                .expect(429, "request/too-many");
        Rest.call("DELETE", BYPASSES + "/" + id, null, admin.accessToken()).expect(409, "gate/bypass-revoked");
        assertEquals(
                2,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action LIKE 'rate-bypass.%' AND subject_id = '" + id
                        + "' AND row_to_json(entry)::text NOT LIKE '%" + token + "%'"));
        for (Object wrong : List.of(
                object("reason", "x", "rates", List.of("READS")),
                object("reason", "x", "rates", List.of(), "until", soon.toString()),
                object("rates", List.of("READS"), "until", soon.toString()),
                object("reason", "x", "rates", List.of("READS"), "networks", List.of("here"), "until", soon.toString()),
                object(
                        "reason",
                        "x",
                        "rates",
                        List.of("READS"),
                        "until",
                        soon.plusSeconds(90_000).toString()))) {
            Rest.post(BYPASSES, wrong, admin).expect(422, "request/invalid");
        }
    }

    /** As another node would have told the database: all of the next two minutes. */
    private static void spend(String whose) {
        Sql.run("INSERT INTO gate.rate VALUES (substr(encode(sha256('" + whose
                + "'), 'hex'), 1, 32)::uuid, now() + interval '119 seconds')"
                + " ON CONFLICT (key) DO UPDATE SET spent_until = excluded.spent_until");
    }

    private static long taken(Rates node, Map<Rate.Of, Object> who) {
        long through = 0;
        for (int i = 0; i < 3 * A_MINUTE; i++) {
            if (node.take(Rate.READS, who).isEmpty()) {
                through++;
            }
        }
        return through;
    }
}
