package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person told of the road is taken back within a minute: the latest only, with all that followed from it, and nothing of it is forgotten. */
@SystemTest
class UndoIT {

    @Test
    void anArrivalIsTakenBackAndToldAnew() {
        Haul haul = new Haul().dispatched();
        JsonNode told = arrive(haul, 0).expect(200).body();
        assertEquals("ARRIVAL", told.at("/undo/what").asText());
        assertEquals(0, told.at("/undo/stop").asInt());
        int left = told.at("/undo/secondsLeft").asInt();
        assertTrue(left > 0 && left <= 60, () -> left + " seconds");
        assertTrue(haul.booking(haul.shipper).path("undo").isNull(), "the shipper has told nothing");
        undo(haul, "ARRIVAL", 1).expect(409, "bookings/not-told");
        JsonNode undone = undo(haul, "ARRIVAL", 0).expect(200).body();
        assertEquals("DISPATCHED", undone.path("status").asText());
        assertTrue(undone.at("/stops/0/arrivedAt").isNull());
        assertTrue(undone.at("/stops/0/arrivalPunctuality").isNull());
        assertEquals("DISPATCHED", load(haul));
        undo(haul, "ARRIVAL", 0).expect(409, "bookings/not-the-latest");
        arrive(haul, 0).expect(200);
        assertEquals("AT_PICKUP", load(haul));
        List<String> tellings = new ArrayList<>();
        Rest.get("/api/bookings/" + haul.bookingId + "/tellings", haul.shipper)
                .expect(200)
                .body()
                .path("items")
                .forEach(telling -> tellings.add(telling.path("source").asText()
                        + (telling.path("withdrawn").asBoolean() ? " withdrawn" : "")));
        assertEquals(List.of("PERSON", "PERSON withdrawn", "PERSON"), tellings);
        assertEquals(List.of("booking.arrived", "booking.arrival-withdrawn", "booking.arrived"), timeline(haul));
    }

    @Test
    void aDepartureThatFollowedGoesWithItsArrivalAndOneThatWasToldStays() {
        Haul haul = new Haul().dispatched();
        arrive(haul, 0).expect(200);
        arrive(haul, 1).expect(200);
        assertEquals("AT_PICKUP", undo(haul, "ARRIVAL", 1).expect(200).at("/status"));
        tell(haul, "depart", 0).expect(200);
        arrive(haul, 1).expect(200);
        undo(haul, "DEPARTURE", 0).expect(409, "bookings/not-the-latest");
        assertEquals("IN_TRANSIT", undo(haul, "ARRIVAL", 1).expect(200).at("/status"));
        assertEquals("IN_TRANSIT", load(haul));
        assertEquals("AT_PICKUP", undo(haul, "DEPARTURE", 0).expect(200).at("/status"));
    }

    @Test
    void aDispatchIsTakenBackWithTheTripsStart() {
        Haul haul = new Haul().dispatched();
        assertEquals("IN_PROGRESS", trip(haul));
        assertEquals("DISPATCH", haul.booking(haul.driver).at("/undo/what").asText());
        JsonNode undone = undo(haul, "DISPATCH", null).expect(200).body();
        assertEquals("CONFIRMED", undone.path("status").asText());
        assertTrue(undone.path("dispatchedAt").isNull());
        assertTrue(undone.path("undo").isNull());
        assertEquals("PLANNED", trip(haul));
        assertEquals("COVERED", load(haul));
        undo(haul, "DISPATCH", null).expect(409, "bookings/not-dispatched");
        haul.dispatched();
        assertEquals("IN_PROGRESS", trip(haul));
        arrive(haul, 0).expect(200);
        undo(haul, "DISPATCH", null).expect(409, "bookings/not-the-latest");
    }

    /** However often it is told and taken back. */
    @Test
    void whatNobodyHasReadOfYetGoesFromTheInbox() {
        Haul haul = new Haul();
        for (int i = 0; i < 5; i++) {
            haul.dispatched();
            undo(haul, "DISPATCH", null).expect(200);
        }
        haul.dispatched();
        Api shipper = Api.of(haul.shipper);
        String id = haul.bookingId.toString();
        Eventually.get(
                () -> Sql.number(
                        "SELECT count(*) FROM events.inbox WHERE consumer = 'notifications.notices' AND event_id IN"
                                + " (SELECT id FROM events.event WHERE aggregate_id = '" + id
                                + "' AND type LIKE 'booking.dispatch%')"),
                met -> met == 11);
        assertEquals(
                0,
                NotificationsIT.told(shipper, "booking-dispatch-withdrawn", id).size());
        NotificationsIT.one(shipper, "booking-dispatched", id);
    }

    @Test
    void aMinuteAfterTheServerHeardOfItNothingIsTakenBack() {
        Haul haul = new Haul().dispatched();
        Sql.run(
                "UPDATE bookings.booking SET dispatched_received_at = dispatched_received_at - interval '61 seconds' WHERE id = '"
                        + haul.bookingId + "'");
        assertTrue(haul.booking(haul.driver).path("undo").isNull());
        undo(haul, "DISPATCH", null).expect(409, "bookings/undo-too-late");
        arrive(haul, 0).expect(200);
        Sql.run("UPDATE bookings.stop SET arrived_received_at = arrived_received_at - interval '61 seconds'"
                + " WHERE sequence = 0 AND booking_id = '" + haul.bookingId + "'");
        assertTrue(haul.booking(haul.driver).path("undo").isNull());
        undo(haul, "ARRIVAL", 0).expect(409, "bookings/undo-too-late");
    }

    @Test
    void whatAFenceToldAndWhatCameBeforeADeliveryStays() {
        Haul haul = new Haul().dispatched();
        haul.report(haul.way()).expect(200);
        assertTrue(haul.booking(haul.driver).path("undo").isNull());
        undo(haul, "ARRIVAL", 1).expect(409, "bookings/not-by-person");
        Rest.post("/api/bookings/" + haul.bookingId + "/deliver", object("receivedBy", "Bo"), haul.driver)
                .expect(200);
        undo(haul, "ARRIVAL", 1).expect(409, "bookings/not-the-latest");
    }

    @Test
    void aFenceTellsAnewWhereAPersonTookItBack() {
        Haul haul = new Haul().dispatched();
        arrive(haul, 0).expect(200);
        haul.report(haul.way().subList(0, 30)).expect(200);
        undo(haul, "ARRIVAL", 0).expect(200);
        haul.report(haul.way().subList(30, 40)).expect(200);
        JsonNode booking = haul.booking(haul.shipper);
        assertEquals("AT_PICKUP", booking.path("status").asText());
        assertEquals("FENCE", booking.at("/stops/0/arrivalSource").asText());
        assertEquals(haul.at(0), Instant.parse(booking.at("/stops/0/arrivedAt").asText()));
    }

    @Test
    void ofAnUndoAndTheNextFactAtOnceOneIsRefused() {
        Haul haul = new Haul().dispatched();
        for (int round = 0; round < 10; round++) {
            arrive(haul, 0).expect(200);
            List<Answer> answers = AtOnce.all(List.of(() -> undo(haul, "ARRIVAL", 0), () -> tell(haul, "depart", 0)));
            assertEquals(
                    List.of(200, 409),
                    answers.stream().map(Answer::status).sorted().toList());
            String status = haul.booking(haul.driver).path("status").asText();
            assertEquals(answers.get(0).status() == 200 ? "DISPATCHED" : "IN_TRANSIT", status);
            if (status.equals("IN_TRANSIT")) {
                undo(haul, "DEPARTURE", 0).expect(200);
                undo(haul, "ARRIVAL", 0).expect(200);
            }
        }
    }

    @Test
    void ofAnUndoAndAFenceAtOnceTheFenceHasTheLastWord() {
        Haul haul = new Haul().dispatched();
        arrive(haul, 0).expect(200);
        List<Map<String, Object>> way = haul.way();
        AtOnce.all(List.of(() -> undo(haul, "ARRIVAL", 0).expect(200), () -> haul.report(way.subList(0, 30))
                .expect(200)));
        haul.report(way.subList(30, 40)).expect(200);
        assertEquals(
                "FENCE", haul.booking(haul.shipper).at("/stops/0/arrivalSource").asText());
    }

    @Test
    void onlyWhoMayTellItTakesItBack() {
        Haul haul = new Haul().dispatched();
        String path = "/api/bookings/" + haul.bookingId + "/undo";
        Object dispatch = object("what", "DISPATCH");
        Rest.post(path, dispatch, haul.shipper).expect(403);
        Rest.post(path, dispatch, People.carrier()).expect(404);
        Haul another = new Haul();
        Rest.post(path, dispatch, another.driver).expect(404);
        UUID colleague = Rest.post("/api/drivers", object("name", "Col League"), haul.carrier)
                .expect(201)
                .id();
        Rest.post(path, dispatch, People.driver(haul.carrier, colleague)).expect(404);
        Rest.post(path, object("what", "ARRIVAL"), haul.driver).expect(422);
        Rest.post(path, object("what", "DISPATCH", "stop", 0), haul.driver).expect(422);
        Rest.post(path, object("what", "DELIVERY", "stop", 1), haul.driver).expect(422);
        Rest.post(path, dispatch, haul.carrier).expect(200);
    }

    @Test
    void aBrokersBookingFollowsInTheSameTransaction() {
        Parties parties = new Parties();
        String trip = parties.postTrip();
        Brokered brokered = new Brokered(parties, trip);
        parties.assign(trip);
        Api carrier = parties.carrier();
        String load = brokered.load;
        String sold = brokered.sold;
        String road = "/bookings/" + brokered.carried;
        carrier.post(road + "/dispatch", Map.of()).expect(200);
        carrier.post(road + "/arrive", Map.of("stop", 0, "reason", "by hand")).expect(200);
        assertEquals("AT_PICKUP", parties.shipper().get("/bookings/" + sold).at("/status"));
        carrier.post(road + "/undo", Map.of("what", "ARRIVAL", "stop", 0)).expect(200);
        assertEquals("DISPATCHED", parties.shipper().get("/bookings/" + sold).at("/status"));
        assertEquals("DISPATCHED", parties.shipper().get("/loads/" + load).at("/status"));
        brokered.broker
                .post("/bookings/" + sold + "/undo", Map.of("what", "DISPATCH"))
                .expect(403);
        carrier.post(road + "/undo", Map.of("what", "DISPATCH")).expect(200);
        assertEquals("CONFIRMED", parties.shipper().get("/bookings/" + sold).at("/status"));
        assertEquals("COVERED", parties.shipper().get("/loads/" + load).at("/status"));
        carrier.post(road + "/dispatch", Map.of()).expect(200);
        assertEquals("DISPATCHED", parties.shipper().get("/bookings/" + sold).at("/status"));
    }

    /** Two loads on one trip, of which the first was dispatched by mistake. */
    @Test
    void aTripBeganWithTheFirstDispatchThatStands() {
        Parties parties = new Parties();
        parties.topUp("5000");
        Api carrier = parties.carrier();
        String trip = parties.postTrip();
        List<JsonNode> booked = new ArrayList<>();
        for (int load = 0; load < 2; load++) {
            Map<String, Object> half = new HashMap<>(parties.load("1000"));
            half.put("mode", "PARTIAL");
            String id = parties.shipper().post("/loads", half).expect(201).at("/id");
            booked.add(
                    parties.accept(parties.offer(id, trip)).expect(200).body().get("booking"));
        }
        parties.assign(trip);
        Instant mistaken = Instant.now().minus(40, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        Instant stands = mistaken.plus(20, ChronoUnit.MINUTES);
        dispatch(carrier, booked.get(0), mistaken);
        dispatch(carrier, booked.get(1), stands);
        carrier.post(path(booked.get(0), "undo"), Map.of("what", "DISPATCH")).expect(200);
        assertEquals("IN_PROGRESS", carrier.get("/trips/" + trip).at("/status"));
        parties.cancel(booked.get(0));
        parties.finish(booked.get(1));
        assertEquals(
                stands,
                Instant.parse(Sql.text(
                        "SELECT data ->> 'startedAt' FROM events.event WHERE type = 'trip.completed' AND aggregate_id = '"
                                + trip + "'")));
    }

    /** Bookings are locked before trips: whoever waits for the broker's booking keeps nobody from the trip. */
    @Test
    void theBrokersBookingIsLockedBeforeTheTrip() {
        Parties parties = new Parties();
        String trip = parties.postTrip();
        Brokered brokered = new Brokered(parties, trip);
        parties.assign(trip);
        for (String verb : List.of("dispatch", "undo")) {
            Sql.whileItWaits(
                            "SELECT 1 FROM bookings.booking WHERE id = '" + brokered.sold + "' FOR UPDATE",
                            "SELECT 1 FROM trips.trip WHERE id = '" + trip + "' FOR UPDATE NOWAIT",
                            () -> parties.carrier()
                                    .post(
                                            "/bookings/" + brokered.carried + "/" + verb,
                                            verb.equals("undo") ? Map.of("what", "DISPATCH") : Map.of()))
                    .expect(200);
        }
        assertEquals(
                "CONFIRMED", parties.shipper().get("/bookings/" + brokered.sold).at("/status"));
    }

    @Test
    void whoDidNotSeeThatItWasToldAnewTakesNothingBack() {
        Haul haul = new Haul().dispatched();
        int seen = arrive(haul, 0).expect(200).body().path("version").asInt();
        undo(haul, "ARRIVAL", 0).expect(200);
        arrive(haul, 0).expect(200);
        Rest.post(
                        "/api/bookings/" + haul.bookingId + "/undo",
                        object("what", "ARRIVAL", "stop", 0),
                        haul.driver,
                        "If-Match",
                        "\"" + seen + "\"")
                .expect(412, "request/stale");
        assertEquals("AT_PICKUP", load(haul));
    }

    private static void dispatch(Api carrier, JsonNode booking, Instant at) {
        carrier.post(path(booking, "dispatch"), Map.of("occurredAt", at.toString()))
                .expect(200);
    }

    private static String path(JsonNode booking, String verb) {
        return "/bookings/" + booking.path("id").asText() + "/" + verb;
    }

    /** A load that a broker has sold and a carrier carries. */
    private static final class Brokered {

        private final Api broker = Api.register("BROKER");
        private final String load;
        private final String sold;
        private final String carried;

        Brokered(Parties parties, String trip) {
            parties.topUp("5000");
            broker.post("/wallet/top-ups", Map.of("amount", Parties.dollars("5000")))
                    .expect(201);
            load = parties.shipper()
                    .post("/loads", parties.addressed("1000"))
                    .expect(201)
                    .at("/id");
            sold = parties.accept(broker.post("/offers", Map.of("loadId", load))
                            .expect(201)
                            .at("/id"))
                    .expect(200)
                    .at("/booking/id");
            String offer = broker.post(
                            "/offers",
                            Map.of("loadId", load, "bookingId", sold, "tripId", trip, "price", Parties.dollars("800")))
                    .expect(201)
                    .at("/id");
            carried = parties.carrier()
                    .post("/offers/" + offer + "/accept", Map.of())
                    .expect(200)
                    .at("/booking/id");
        }
    }

    private static Answer arrive(Haul haul, int stop) {
        return tell(haul, "arrive", stop);
    }

    private static Answer tell(Haul haul, String verb, int stop) {
        return Rest.post(
                "/api/bookings/" + haul.bookingId + "/" + verb,
                object("stop", stop, "reason", "no signal"),
                haul.driver);
    }

    private static Answer undo(Haul haul, String what, Integer stop) {
        return Rest.post("/api/bookings/" + haul.bookingId + "/undo", object("what", what, "stop", stop), haul.driver);
    }

    private static String load(Haul haul) {
        String id = haul.booking(haul.shipper).path("loadId").asText();
        return Rest.get("/api/loads/" + id, haul.shipper).expect(200).at("/status");
    }

    private static String trip(Haul haul) {
        return Rest.get("/api/trips/" + haul.tripId, haul.carrier).expect(200).at("/status");
    }

    /** What was told of stops. */
    private static List<String> timeline(Haul haul) {
        List<String> types = new ArrayList<>();
        Rest.get("/api/bookings/" + haul.bookingId + "/timeline?limit=100", haul.shipper)
                .expect(200)
                .body()
                .path("items")
                .forEach(event -> types.add(event.path("type").asText()));
        return types.stream().filter(type -> type.startsWith("booking.arriv")).toList();
    }
}
