package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live channel: how it opens, what it shows to whom, and how it ends. */
@SystemTest
class LiveIT {

    private static RawSocket silent;

    /** Waits for its end while the other tests run. */
    @BeforeAll
    static void whoSaysNothing() throws Exception {
        silent = RawSocket.open();
    }

    @AfterAll
    static void isClosedAfterTenSeconds() throws Exception {
        assertEquals("1008 live/ticket-missing", silent.goodbye());
        silent.sendUntilCut(RawSocket.LAST | RawSocket.PING, new byte[0]);
    }

    @Test
    void partiesSeeEventsAndPositionsAsTheyHappenAndStrangersSeeNone() throws Exception {
        Haul haul = new Haul();
        try (Channel shipper = Channel.of(haul.shipper);
                Channel driver = Channel.of(haul.driver);
                Channel stranger = Channel.of(People.shipper())) {
            shipper.say(object("subscribe", "booking", "id", haul.bookingId));
            shipper.await("subscribed");
            driver.say(object("subscribe", "organisation"));
            driver.await("subscribed");
            stranger.say(object("subscribe", "booking", "id", haul.bookingId));
            assertEquals(
                    "bookings/not-found",
                    stranger.await("refused").at("/problem/type").asText());
            stranger.say(object("subscribe", "organisation"));
            stranger.await("subscribed");
            haul.dispatched();
            haul.report(haul.way()).expect(200);
            JsonNode arrived = shipper.awaitEvent("booking.arrived").path("event");
            assertFalse(arrived.has("readers"));
            JsonNode position = shipper.await("position");
            assertEquals(haul.bookingId.toString(), position.path("bookingId").asText());
            assertEquals(Haul.DELIVERY, position.path("longitude").asDouble(), 1e-9);
            driver.awaitEvent("booking.departed");
            stranger.say(object("subscribe", "booking", "id", haul.bookingId));
            assertEquals(
                    "refused",
                    stranger.await(message -> true).path("type").asText(),
                    "a stranger heard of the booking");
        }
    }

    @Test
    void aDriverHearsOnlyOfTheOwnTrips() throws Exception {
        Haul haul = new Haul();
        Person idle = People.driver(
                haul.carrier,
                Rest.post("/api/drivers", object("name", "Idle"), haul.carrier)
                        .expect(201)
                        .id());
        try (Channel channel = Channel.of(idle)) {
            channel.say(object("subscribe", "organisation"));
            channel.await("subscribed");
            haul.dispatched();
            Rest.get("/api/bookings/" + haul.bookingId, idle).expect(404);
            try (Channel dispatcher = Channel.of(haul.carrier)) {
                dispatcher.say(object("subscribe", "organisation"));
                dispatcher.await("subscribed");
                haul.report(haul.way()).expect(200);
                dispatcher.awaitEvent("booking.arrived");
            }
            channel.say(object("subscribe", "booking", "id", haul.bookingId));
            assertEquals("refused", channel.await(message -> true).path("type").asText());
        }
    }

    /** The page was open before anything was assigned; who lost the trip hears that, and nothing of who has it now. */
    @Test
    void driversHearOfWhatIsGivenToThemAndTakenAway() throws Exception {
        Haul haul = new Haul();
        UUID recordOfNext = Rest.post("/api/drivers", object("name", "Next"), haul.carrier)
                .expect(201)
                .id();
        Person next = People.driver(haul.carrier, recordOfNext);
        try (Channel before = Channel.of(haul.driver);
                Channel after = Channel.of(next)) {
            for (Channel channel : List.of(before, after)) {
                channel.say(object("subscribe", "organisation"));
                channel.await("subscribed");
            }
            Rest.post(
                            "/api/trips/" + haul.tripId + "/assign",
                            object("driverId", recordOfNext, "vehicleId", haul.vehicleId),
                            haul.carrier)
                    .expect(200);
            assertEquals(
                    haul.tripId.toString(),
                    after.awaitEvent("trip.assigned").at("/event/data/tripId").asText());
            assertEquals(
                    object("type", "assignments"), Rest.JSON.convertValue(before.await(message -> true), Map.class));
        }
    }

    @Test
    void aTicketOpensOneChannelHoweverManyShowItAtOnce() throws Exception {
        String ticket = Channel.ticket(People.shipper());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tries.add(() -> {
                    try (Channel channel = Channel.connect()) {
                        channel.say(object("ticket", ticket));
                        return channel.await(message -> true).path("type").asText();
                    }
                });
            }
            int ready = 0;
            for (Future<String> answer : pool.invokeAll(tries)) {
                ready += answer.get().equals("ready") ? 1 : 0;
            }
            assertEquals(1, ready);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "[]",
                "{}",
                "{\"ticket\":1}",
                "{\"ticket\":\"guessed\"}",
                "{\"subscribe\":\"organisation\"}"
            })
    void withoutAGoodTicketFirstTheChannelIsClosed(String message) throws Exception {
        try (Channel channel = Channel.connect()) {
            channel.say(message);
            JsonNode end = channel.await("closed");
            assertEquals(1008, end.path("code").asInt());
            assertEquals("live/ticket-refused", end.path("reason").asText());
        }
    }

    @Test
    void aTicketIsGoodForHalfAMinuteOnly() throws Exception {
        Person shipper = People.shipper();
        String ticket = Channel.ticket(shipper);
        assertEquals(
                1,
                Sql.number(
                        "WITH aged AS (UPDATE identity.live_ticket SET expires_at = now() - interval '1 second' WHERE session_id IN"
                                + " (SELECT id FROM identity.session WHERE person_id = '" + shipper.personId()
                                + "') RETURNING 1) SELECT count(*) FROM aged"));
        try (Channel channel = Channel.connect()) {
            channel.say(object("ticket", ticket));
            assertEquals(
                    "live/ticket-refused",
                    channel.await("closed").path("reason").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "file://"})
    void aPageOfAnotherOriginIsTurnedAway(String origin) {
        ExecutionException refused = assertThrows(ExecutionException.class, () -> Channel.connect("Origin", origin));
        assertEquals(
                403,
                ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode());
    }

    @Test
    void aPageOfTheOwnOriginIsLetIn() throws Exception {
        try (Channel channel = Channel.connect("Origin", TestServer.address().toString())) {
            channel.say(object("ticket", Channel.ticket(People.shipper())));
            channel.await("ready");
        }
    }

    @Test
    void hostileMessagesAreAnsweredOrEndTheChannel() throws Exception {
        try (Channel channel = Channel.of(People.shipper())) {
            for (Object message : List.of(
                    "x",
                    "[[[[[[[[[",
                    "{\"subscribe\":\"booking\",\"subscribe\":\"booking\"}",
                    Map.of("subscribe", "everything"),
                    Map.of("subscribe", "booking"),
                    Map.of("subscribe", "booking", "id", "../1"),
                    Map.of("unsubscribe", 7),
                    Map.of("a", 1))) {
                channel.say(message);
                assertTrue(channel.await("refused").at("/problem/status").asInt() >= 400);
            }
            channel.say("{\"subscribe\":\"" + "x".repeat(5000) + "\"}");
            assertEquals(1009, channel.await("closed").path("code").asInt());
        }
        try (Channel channel = Channel.of(People.shipper())) {
            channel.socket().sendBinary(ByteBuffer.allocate(3), true).join();
            assertEquals(
                    "live/text-only", channel.await("closed").path("reason").asText());
        }
    }

    @Test
    void aChannelEndsWithItsSession() throws Exception {
        Person shipper = People.shipper();
        try (Channel channel = Channel.of(shipper)) {
            Rest.post("/api/auth/logout", object("refreshToken", shipper.refreshToken()), shipper)
                    .expect(204);
            assertEquals(
                    "live/session-ended", channel.await("closed").path("reason").asText());
        }
    }

    @Test
    void aChannelEndsWithTheMembership() throws Exception {
        Person owner = People.carrier();
        Person member = People.member(owner, "CARRIER");
        try (Channel channel = Channel.of(member)) {
            Rest.call(
                            "DELETE",
                            "/api/organisations/" + owner.organisationId() + "/members/" + member.personId(),
                            null,
                            owner.accessToken())
                    .expect(204);
            assertEquals(
                    "live/session-ended", channel.await("closed").path("reason").asText());
        }
    }
}
