package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened to a booking, as its parties read it and as the other side is told of it. */
@SystemTest
class EventTimelineIT {

    @Test
    void partiesReadOneTimelineAndStrangersNone() {
        Parties parties = new Parties();
        parties.topUp("2000");
        JsonNode booking = parties.book("1200");
        parties.carry(booking);
        String path = "/bookings/" + booking.get("id").asText() + "/timeline";
        List<String> seen = types(parties.shipper().get(path).expect(200).body().get("items"));
        assertTrue(
                seen.containsAll(List.of(
                        "booking.confirmed",
                        "payment.escrowed",
                        "booking.dispatched",
                        "booking.arrived",
                        "booking.departed",
                        "booking.delivered",
                        "booking.proof-accepted",
                        "booking.settled",
                        "payment.released")),
                seen.toString());
        assertTrue(seen.indexOf("booking.confirmed") < seen.indexOf("booking.dispatched"));
        List<String> carriers =
                types(parties.carrier().get(path).expect(200).body().get("items"));
        assertTrue(carriers.contains("payment.released"));
        assertFalse(carriers.contains("payment.topped-up"));
        Api.register("SHIPPER").get(path).expect(404);
    }

    /** The shipper accepts, and has posted nothing for the carrier. */
    @Test
    void aTripThatComesOfAnAcceptanceWasPostedByNobody() {
        Parties parties = new Parties();
        parties.topUp("2000");
        String id = parties.book("1200").get("id").asText();
        JsonNode posted = null;
        for (JsonNode event : parties.carrier()
                .get("/bookings/" + id + "/timeline?limit=100")
                .expect(200)
                .body()
                .get("items")) {
            if (event.get("type").asText().equals("trip.posted")) {
                posted = event;
            }
        }
        assertTrue(posted.get("actorId").isNull(), posted.toString());
        assertEquals(
                parties.carrier().organisationId().toString(),
                posted.get("organisationId").asText());
        assertTrue(posted.at("/data/forBooking").asBoolean());
    }

    @Test
    void sequenceOfAnAggregateHasNoGaps() throws SQLException {
        Parties parties = new Parties();
        parties.topUp("2000");
        JsonNode booking = parties.book("1200");
        parties.carry(booking);
        try (Connection connection = TestServer.connectAsServer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sequence FROM events.event WHERE family = 'booking' AND aggregate_id = '"
                                + booking.get("id").asText() + "' ORDER BY id")) {
            List<Long> sequences = new ArrayList<>();
            while (row.next()) {
                sequences.add(row.getLong(1));
            }
            for (int i = 0; i < sequences.size(); i++) {
                assertEquals(i + 1, sequences.get(i));
            }
            assertTrue(sequences.size() >= 7, sequences.toString());
        }
    }

    /** By the mails, since no constraint keeps a second one away. */
    @Test
    void consumerActsOnEachEventOnce() {
        Parties parties = new Parties();
        parties.topUp("2000");
        JsonNode booking = parties.book("1200");
        parties.cancel(booking);
        String events = " FROM events.event e WHERE aggregate_id = '"
                + booking.get("id").asText() + "' AND type IN ('booking.confirmed', 'booking.cancelled')";
        assertEquals(2, Sql.number("SELECT count(*)" + events));
        Eventually.get(
                () -> Sql.number(
                        "SELECT count(*)" + events
                                + " AND EXISTS (SELECT FROM events.inbox WHERE consumer = 'notifications.notices' AND event_id = e.id)"),
                met -> met == 2);
        Eventually.get(() -> Sql.number("SELECT count(*) FROM events.outbox"), left -> left == 0);
        assertEquals(
                2,
                Sql.number("SELECT count(*) FROM notifications.notice WHERE event_id IN (SELECT e.id" + events + ")"));
        assertEquals(List.of(1L, 1L), List.of(mails(parties, "booking-made"), mails(parties, "booking-cancelled")));
    }

    private static long mails(Parties parties, String kind) {
        return Sql.number(
                "SELECT count(*) FROM outbound.delivery WHERE kind = 'bookings/" + kind + "' AND person_id IN ('"
                        + parties.shipper().person().personId() + "', '"
                        + parties.carrier().person().personId() + "')");
    }

    private static List<String> types(JsonNode items) {
        List<String> types = new ArrayList<>();
        items.forEach(item -> types.add(item.get("type").asText()));
        return types;
    }
}
