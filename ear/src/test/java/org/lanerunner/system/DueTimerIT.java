package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens by itself when its time is over, with nobody asking. */
@SystemTest
class DueTimerIT {

    private final Parties parties = new Parties();

    @Test
    void openLoadExpiresWithItsLastWindow() throws SQLException {
        String load = parties.postLoadEndingIn(5, "1000");
        String offer = parties.offer(load);
        Eventually.get(() -> parties.shipper().get("/loads/" + load).at("/status"), "EXPIRED"::equals);
        Eventually.get(() -> parties.carrier().get("/offers/" + offer).at("/status"), status -> !status.equals("OPEN"));
        assertEquals(1, events("load.expired", load));
        parties.accept(offer).expect(409);
    }

    @Test
    void offerExpires() throws SQLException {
        String load = parties.postLoad("1000");
        String offer = parties.carrier()
                .post(
                        "/offers",
                        Map.of(
                                "loadId",
                                load,
                                "expiresAt",
                                Instant.now().plusSeconds(3).toString()))
                .expect(201)
                .at("/id");
        Eventually.get(() -> parties.carrier().get("/offers/" + offer).at("/status"), "EXPIRED"::equals);
        assertEquals(1, events("offer.expired", offer));
        parties.accept(offer).expect(409);
        assertEquals("OPEN", parties.shipper().get("/loads/" + load).at("/status"));
    }

    @Test
    void escrowIsReleasedWithoutTheShippersWordWhenItsTimeIsOver() throws SQLException {
        parties.topUp("1000");
        JsonNode booking = parties.book("1000");
        parties.deliver(booking);
        String id = booking.get("id").asText();
        assertEquals("DELIVERED", parties.shipper().get("/bookings/" + id).at("/status"));
        try (Connection connection = TestServer.connectAsOwner();
                Statement statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate(
                            "UPDATE bookings.booking SET release_due_at = now() WHERE id = '" + id + "'"));
        }
        Eventually.get(() -> parties.shipper().get("/bookings/" + id).at("/status"), "SETTLED"::equals);
        assertEquals("970.00", parties.carrier().get("/wallet").at("/balances/0/available/amount"));
        assertEquals("0.00", parties.shipper().get("/wallet").at("/balances/0/escrowed/amount"));
        assertEquals(1, events("booking.settled", id));
        assertEquals(1, events("payment.released", id));
    }

    /** How many the system, not a person, published. */
    private static long events(String type, String aggregateId) throws SQLException {
        try (Connection connection = TestServer.connectAsServer();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM events.event WHERE actor_id IS NULL AND type = '"
                                + type + "' AND aggregate_id = '" + aggregateId + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
