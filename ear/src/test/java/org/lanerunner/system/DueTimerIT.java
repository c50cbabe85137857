package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens by itself when its time is over, with nobody asking. */
@SystemTest
class DueTimerIT {

    private final Parties parties = new Parties();

    @Test
    void openLoadExpiresWithItsLastWindow() {
        String load = parties.postLoad("1000");
        String offer = parties.offer(load);
        age("UPDATE loads.leg SET expires_at = now() WHERE load_id = '" + load
                + "' AND expires_at = (SELECT max(window_end) FROM loads.stop WHERE load_id = '" + load + "')");
        Eventually.get(() -> parties.shipper().get("/loads/" + load).at("/status"), "EXPIRED"::equals);
        Eventually.get(() -> parties.carrier().get("/offers/" + offer).at("/status"), status -> !status.equals("OPEN"));
        assertEquals(1, events("load.expired", load));
        parties.accept(offer).expect(409);
        parties.carrier().get("/loads/" + load).expect(404);
    }

    @Test
    void offerExpires() {
        String load = parties.postLoad("1000");
        Instant end = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        String offer = parties.carrier()
                .post("/offers", Map.of("loadId", load, "expiresAt", end.toString()))
                .expect(201)
                .at("/id");
        age("UPDATE deals.offer SET expires_at = now() WHERE id = '" + offer + "' AND expires_at = '" + end + "'");
        Eventually.get(() -> parties.carrier().get("/offers/" + offer).at("/status"), "EXPIRED"::equals);
        assertEquals(1, events("offer.expired", offer));
        parties.accept(offer).expect(409);
        assertEquals("OPEN", parties.shipper().get("/loads/" + load).at("/status"));
    }

    @Test
    void escrowIsReleasedWithoutTheShippersWordWhenItsTimeIsOver() {
        parties.topUp("1000");
        JsonNode booking = parties.book("1000");
        parties.deliver(booking);
        String id = booking.get("id").asText();
        assertEquals("DELIVERED", parties.shipper().get("/bookings/" + id).at("/status"));
        age("UPDATE bookings.booking SET release_due_at = now() WHERE id = '" + id + "'");
        Eventually.get(() -> parties.shipper().get("/bookings/" + id).at("/status"), "SETTLED"::equals);
        assertEquals("970.00", parties.carrier().get("/wallet").at("/balances/0/available/amount"));
        assertEquals("0.00", parties.shipper().get("/wallet").at("/balances/0/escrowed/amount"));
        assertEquals(1, events("booking.settled", id));
        assertEquals(1, events("payment.released", id));
    }

    /** Lets the time of one row pass; it is as it was promised before. */
    private static void age(String update) {
        assertEquals(1, Sql.number("WITH aged AS (" + update + " RETURNING 1) SELECT count(*) FROM aged"));
    }

    /** More than one turn acts on: bookings without an escrow, longer due than the good one. */
    @Test
    void whatAlwaysFailsHoldsNothingUpAndIsShownToTheAdministrator() {
        parties.topUp("1000");
        JsonNode booking = parties.book("1000");
        parties.deliver(booking);
        String id = booking.get("id").asText();
        Sql.run(
                Rows.bookingsWithoutEscrow(id, 120),
                "UPDATE bookings.booking SET release_due_at = now() WHERE id = '" + id + "'");
        try {
            Eventually.get(() -> parties.shipper().get("/bookings/" + id).at("/status"), "SETTLED"::equals);
            Api administrator = Api.administrator();
            JsonNode failing = Eventually.get(
                    () -> administrator.get("/admin/due-items?limit=100").body(),
                    page -> page.path("items").size() == 100);
            assertEquals("booking-release", failing.at("/items/0/kind").asText());
            assertEquals("ledger/not-held", failing.at("/items/0/error").asText());
            String one = failing.at("/items/0/id").asText();
            long before = attempts(one);
            administrator
                    .post("/admin/due-items/booking-release/" + one + "/try", Map.of())
                    .expect(204);
            Eventually.get(() -> attempts(one), now -> now > before);
            administrator
                    .post("/admin/due-items/booking-release/" + id + "/try", Map.of())
                    .expect(404);
        } finally {
            Sql.run("DELETE FROM bookings.booking WHERE reference LIKE 'without escrow%'");
        }
        Eventually.get(() -> Sql.number("SELECT count(*) FROM bookings.due_attempt"), rest -> rest == 0);
    }

    private static long attempts(String id) {
        return Sql.number("SELECT coalesce(sum(attempts), 0) FROM bookings.due_attempt WHERE id = '" + id + "'");
    }

    /** How many the system, not a person, published, for an organisation whose affair it is; the audit says that it was the system. */
    private static long events(String type, String aggregateId) {
        return Sql.number(
                "SELECT count(*) FROM events.event e WHERE actor_id IS NULL AND organisation_id = ANY (readers) AND type = '"
                        + type + "' AND aggregate_id = '" + aggregateId
                        + "' AND EXISTS (SELECT 1 FROM audit.entry a WHERE e.id = ANY (a.event_ids) AND a.principal = 'SYSTEM'"
                        + " AND a.organisation_id = e.organisation_id)");
    }
}
