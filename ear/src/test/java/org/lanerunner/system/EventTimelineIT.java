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

/** What happened to a booking, as its parties read it and as the topics' consumers count it. */
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

    @Test
    void consumerCountsEachEventOnce() throws SQLException {
        try (Connection connection = TestServer.connectAsServer()) {
            Parties parties = new Parties();
            parties.topUp("2000");
            parties.cancel(parties.book("1200"));
            Eventually.get(() -> number(connection, "SELECT count(*) FROM events.outbox"), left -> left == 0);
            // Rows that another test wrote past the outbox were never sent.
            String missed =
                    "SELECT count(*) FROM events.event e WHERE family IN ('load', 'booking') AND correlation_id <> 'test' AND NOT EXISTS"
                            + " (SELECT FROM events.inbox WHERE consumer = 'analytics.event-counts' AND event_id = e.id)";
            Eventually.get(() -> number(connection, missed), count -> count == 0);
            assertEquals(
                    0,
                    number(
                            connection,
                            "SELECT (SELECT sum(events) FROM analytics.event_count) - (SELECT coalesce(sum(events), 0) FROM analytics.event_count_kept)"
                                    + " - (SELECT count(*) FROM events.inbox"
                                    + " WHERE consumer = 'analytics.event-counts')"));
        }
    }

    private static List<String> types(JsonNode items) {
        List<String> types = new ArrayList<>();
        items.forEach(item -> types.add(item.get("type").asText()));
        return types;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
