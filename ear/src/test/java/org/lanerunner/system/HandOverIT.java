package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On the way a trip passes to another driver or vehicle: who does it from when is known, each one's positions count for their own time, and the relieved are free. */
@SystemTest
class HandOverIT {

    private static final int WANTED_BY = 50;

    @Test
    void eachDriversPositionsCountForTheTimeThatWasTheirs() {
        Haul haul = new Haul().dispatched();
        UUID nextId = driver(haul, "Nia Next");
        Person next = People.driver(haul.carrier, nextId);
        List<Map<String, Object>> way = haul.way();
        haul.report(way.subList(0, 60)).expect(200);
        handOver(haul, nextId, haul.vehicleId, haul.at(700)).expect(200);
        assertEquals(List.of("OTHER_DRIVER"), refused(report(haul, next, List.of(haul.position(655, Haul.PICKUP)))));
        assertEquals(List.of(), refused(report(haul, next, way.subList(70, way.size()))));
        assertEquals(
                List.of("OTHER_DRIVER"),
                refused(haul.report(List.of(haul.position(690, Haul.PICKUP), haul.position(705, Haul.PICKUP)))));
        assertEquals(List.of(), refused(report(haul, haul.driver, way.subList(60, 69))));
        JsonNode booking = haul.booking(next);
        assertEquals("AT_DELIVERY", booking.path("status").asText());
        assertEquals(haul.at(0), Instant.parse(booking.at("/stops/0/arrivedAt").asText()));
        assertEquals(
                0,
                Sql.number("SELECT count(*) FROM tracking.position WHERE trip_id = '" + haul.tripId
                        + "' AND (driver_id = '" + nextId + "') <> (at >= '" + haul.at(700) + "')"));
        correctArrival(haul, next).expect(200);
    }

    @Test
    void bothSidesHearOfItAndOnlyTheCarrierWhoDrove() {
        Haul haul = new Haul().dispatched();
        UUID nextId = driver(haul, "Nia Next");
        Person next = People.driver(haul.carrier, nextId);
        handOver(haul, nextId, haul.vehicleId, null).expect(200);
        String trip = "/api/trips/" + haul.tripId;
        for (String gone : List.of("/api/bookings/" + haul.bookingId, trip)) {
            Rest.get(gone, haul.driver).expect(404, "trips/passed-on");
            Rest.get(gone, next).expect(200);
        }
        Rest.get(trip + "/assignments", haul.driver).expect(404, "trips/passed-on");
        Rest.get(trip + "/assignments", next).expect(200);
        for (Person side : List.of(haul.shipper, haul.carrier)) {
            List<String> timeline = new ArrayList<>();
            Rest.get("/api/bookings/" + haul.bookingId + "/timeline?limit=100", side)
                    .expect(200)
                    .body()
                    .path("items")
                    .forEach(event -> timeline.add(event.path("type").asText()));
            assertTrue(timeline.contains("booking.reassigned"), timeline::toString);
        }
        JsonNode history =
                Rest.get(trip + "/assignments", haul.carrier).expect(200).body().path("items");
        assertEquals("Dana Driver", history.at("/0/driver/name").asText());
        assertEquals(haul.dispatchedAt, Instant.parse(history.at("/0/from").asText()));
        assertEquals(history.at("/0/to"), history.at("/1/from"));
        assertEquals("Nia Next", history.at("/1/driver/name").asText());
        assertTrue(history.at("/1/to").isNull());
        Answer page = Rest.get(trip + "/assignments?limit=1", haul.carrier).expect(200);
        assertEquals(
                "Nia Next",
                Rest.get(trip + "/assignments?limit=1&after=" + page.text("next"), haul.carrier)
                        .expect(200)
                        .at("/items/0/driver/name"));
        Rest.get(trip + "/assignments", haul.shipper).expect(404);
        Rest.get(trip + "/assignments", People.carrier()).expect(404);
        finish(haul, next);
        assertFalse(Rest.get(trip + "/assignments", haul.carrier)
                .expect(200)
                .body()
                .at("/items/1/to")
                .isNull());
    }

    /** On a trip of the carrier's own, which does not fall with its booking. */
    @Test
    void whoDroveUntilTheBookingWasCalledOffStaysKnownAndTakenUntilAnotherIsNamed() {
        Haul haul = new Haul().dispatched();
        Sql.run("UPDATE trips.trip SET made_for_booking = false WHERE id = '" + haul.tripId + "'");
        UUID otherTruck = vehicle(haul, "Truck 2");
        haul.report(haul.way().subList(0, 60)).expect(200);
        Rest.post("/api/bookings/" + haul.bookingId + "/cancel", object("reason", "No need"), haul.carrier)
                .expect(200);
        String later = post(haul);
        assign(haul, later, haul.driverId, otherTruck).expect(409, "trips/driver-taken");
        handOver(haul, driver(haul, "Nia Next"), haul.vehicleId, null).expect(200);
        assign(haul, later, haul.driverId, otherTruck).expect(200);
        JsonNode history = Rest.get("/api/trips/" + haul.tripId + "/assignments", haul.carrier)
                .expect(200)
                .body()
                .path("items");
        assertEquals(2, history.size(), history::toString);
        assertEquals("Dana Driver", history.at("/0/driver/name").asText());
        assertEquals(haul.dispatchedAt, Instant.parse(history.at("/0/from").asText()));
        assertFalse(history.at("/0/to").isNull());
        assertEquals("Nia Next", history.at("/1/driver/name").asText());
        Rest.get("/api/trips/" + haul.tripId, haul.driver).expect(404, "trips/passed-on");
    }

    @Test
    void itIsNeitherOfTheFutureNorOfTheTimeThatThePresentDriverHasToldOf() {
        Haul haul = new Haul();
        UUID nextId = driver(haul, "Nia Next");
        handOver(haul, nextId, haul.vehicleId, haul.at(10)).expect(422, "request/invalid");
        haul.dispatched();
        haul.report(haul.way().subList(0, 60)).expect(200);
        for (Instant wrong : List.of(haul.at(-1), haul.at(590), Instant.now().plusSeconds(3600))) {
            handOver(haul, nextId, haul.vehicleId, wrong).expect(422, "request/invalid");
        }
        handOver(haul, haul.driverId, haul.vehicleId, null).expect(409, "trips/assigned-already");
        handOver(haul, nextId, haul.vehicleId, haul.at(591)).expect(200);
        handOver(new Haul().dispatched(), nextId, haul.vehicleId, null).expect(422, "request/invalid");
    }

    @Test
    void whoIsRelievedIsFreeAtOnceAndWhoTakesOverIsNot() {
        Haul haul = new Haul().dispatched();
        UUID nextId = driver(haul, "Nia Next");
        UUID otherTruck = vehicle(haul, "Truck 2");
        UUID third = vehicle(haul, "Truck 3");
        String later = post(haul);
        assign(haul, later, haul.driverId, otherTruck).expect(409, "trips/driver-taken");
        handOver(haul, nextId, haul.vehicleId, null).expect(200);
        assign(haul, later, nextId, otherTruck).expect(409, "trips/driver-taken");
        assign(haul, later, haul.driverId, haul.vehicleId).expect(409, "trips/vehicle-taken");
        assign(haul, later, haul.driverId, otherTruck).expect(200);
        handOver(haul, nextId, otherTruck, null).expect(409, "trips/vehicle-taken");
        handOver(haul, nextId, third, null).expect(200);
        assertEquals(
                "Truck 3",
                haul.booking(haul.shipper).at("/vehicle/name").asText(),
                "the vehicle changes without the driver");
    }

    @Test
    void whoDroveThisMorningMayTakeOverAnotherTripThatBeganThen() {
        Haul haul = new Haul().dispatched();
        Sql.run(Rows.moreTripsUnderWay(haul.tripId, 1));
        String other = Stream.of(tripsOf(haul))
                .filter(trip -> !trip.equals(haul.tripId.toString()))
                .findFirst()
                .orElseThrow();
        UUID otherTruck = vehicle(haul, "Truck 2");
        assign(haul, other, haul.driverId, otherTruck).expect(409, "trips/driver-taken");
        handOver(haul, driver(haul, "Nia Next"), haul.vehicleId, null).expect(200);
        assign(haul, other, haul.driverId, otherTruck).expect(200);
    }

    @Test
    void twoWhoPassItOnAtOnceAndADeliveryAtThatMomentComeOneAfterTheOther() {
        Haul haul = new Haul().dispatched();
        haul.report(haul.way()).expect(200);
        List<UUID> drivers = List.of(driver(haul, "Nia Next"), driver(haul, "Lou Last"));
        List<Callable<Answer>> calls = new ArrayList<>();
        drivers.forEach(driver -> calls.add(() -> handOver(haul, driver, haul.vehicleId, null)));
        calls.add(() -> finish(haul, haul.carrier));
        List<Answer> answers = AtOnce.all(calls);
        answers.get(2).expect(200);
        List<Answer> passedOn = new ArrayList<>(answers.subList(0, 2));
        passedOn.removeIf(answer ->
                answer.status() == 409 && answer.expect(409).at("/type").equals("trips/over"));
        passedOn.forEach(answer -> answer.expect(200));
        JsonNode history = Rest.get("/api/trips/" + haul.tripId + "/assignments", haul.carrier)
                .expect(200)
                .body()
                .path("items");
        assertEquals(passedOn.size() + 1, history.size(), history::toString);
        for (int i = 1; i < history.size(); i++) {
            assertEquals(history.at("/" + (i - 1) + "/to"), history.at("/" + i + "/from"), history::toString);
        }
        assertFalse(history.at("/" + (history.size() - 1) + "/to").isNull(), history::toString);
    }

    @Test
    void aRelievedDriverWhoseWordWaitedForTheHandOverIsNotHeardAnyMore() throws Exception {
        Haul haul = new Haul().dispatched();
        String booking = "/api/bookings/" + haul.bookingId;
        try (Connection handingOver = TestServer.connectAsOwner();
                Connection watching = TestServer.connectAsOwner();
                Statement statement = handingOver.createStatement()) {
            handingOver.setAutoCommit(false);
            statement.executeQuery(
                    "SELECT 1 FROM loads.load l JOIN bookings.booking b ON b.load_id = l.id WHERE b.id = '"
                            + haul.bookingId + "' FOR UPDATE OF l");
            var word = CompletableFuture.supplyAsync(
                    () -> Rest.post(booking + "/arrive", object("reason", "No signal"), haul.driver));
            Eventually.get(() -> Sql.isSomebodyWaitingFor(handingOver, watching), waiting -> waiting);
            statement.executeUpdate("UPDATE bookings.booking SET driver_id = '" + driver(haul, "Nia Next")
                    + "' WHERE id = '" + haul.bookingId + "'");
            handingOver.commit();
            word.get().expect(404);
        }
        assertEquals("DISPATCHED", haul.booking(haul.carrier).path("status").asText());
    }

    /** All under way; each would have the same driver take over. */
    @Test
    void ofManyTripsThatWantOneDriverOneGetsHim() {
        Haul haul = new Haul().dispatched();
        UUID wanted = driver(haul, "Nia Next");
        Sql.run(Rows.moreTripsUnderWay(haul.tripId, WANTED_BY - 1));
        UUID truck = vehicle(haul, "Truck 2");
        List<Callable<Answer>> calls = new ArrayList<>();
        for (String trip : tripsOf(haul)) {
            calls.add(() -> Eventually.get(() -> assign(haul, trip, wanted, truck), answer -> answer.status() != 503));
        }
        assertEquals(WANTED_BY, calls.size());
        List<Answer> answers = AtOnce.all(calls);
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count(), answers::toString);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> assertTrue(
                        Set.of("trips/driver-taken", "trips/vehicle-taken", "trips/taken", "request/changed-meanwhile")
                                .contains(answer.expect(409).at("/type")),
                        answer.body().toString()));
    }

    /** Rows of a trip that somebody else has locked hold up nobody whose trip it is not; so a stranger's call locks none of them either. */
    @Test
    void aStrangerLocksNothingOfATripOrALoad() {
        Haul haul = new Haul().dispatched();
        haul.report(haul.way().subList(0, 60)).expect(200);
        String load = "(SELECT load_id FROM bookings.booking WHERE id = '" + haul.bookingId + "')";
        Map<String, Object> body = object("driverId", haul.driverId, "vehicleId", haul.vehicleId);
        String trip = "/api/trips/" + haul.tripId;
        String loadId = haul.booking(haul.shipper).path("loadId").asText();
        Person stranger = People.carrier();
        Person otherShipper = People.shipper();
        List<Answer> answers = Sql.whileHeld(
                () -> List.of(
                        Rest.post(trip + "/assign", body, stranger),
                        Rest.post(trip + "/cancel", null, stranger),
                        Rest.post(trip + "/complete", null, stranger),
                        Rest.post("/api/loads/" + loadId + "/cancel", object("reason", "No need"), otherShipper)),
                "SELECT FROM loads.load WHERE id = " + load + " FOR UPDATE",
                "SELECT FROM trips.trip WHERE id = '" + haul.tripId + "' FOR UPDATE",
                "SELECT FROM tracking.track WHERE trip_id = '" + haul.tripId + "' FOR UPDATE");
        answers.forEach(answer -> answer.expect(404));
    }

    @Test
    void aTripChangesHandsAHundredTimes() {
        Haul haul = new Haul().dispatched();
        Sql.run(Rows.moreAssignments(haul.tripId, 98));
        handOver(haul, driver(haul, "Nia Next"), haul.vehicleId, null).expect(200);
        handOver(haul, haul.driverId, haul.vehicleId, null).expect(409, "trips/too-many-assignments");
    }

    private static String[] tripsOf(Haul haul) {
        return Sql.text("SELECT string_agg(id::text, ',') FROM trips.trip WHERE organisation_id = '"
                        + haul.carrier.organisationId() + "'")
                .split(",");
    }

    private static Answer handOver(Haul haul, UUID driverId, UUID vehicleId, Instant from) {
        return Rest.post(
                "/api/trips/" + haul.tripId + "/assign",
                object("driverId", driverId, "vehicleId", vehicleId, "from", from == null ? null : from.toString()),
                haul.carrier);
    }

    private static Answer assign(Haul haul, String trip, UUID driverId, UUID vehicleId) {
        return Rest.post(
                "/api/trips/" + trip + "/assign", object("driverId", driverId, "vehicleId", vehicleId), haul.carrier);
    }

    private static Answer report(Haul haul, Person driver, List<Map<String, Object>> positions) {
        return Rest.post("/api/tracking/positions", object("tripId", haul.tripId, "positions", positions), driver);
    }

    private static List<String> refused(Answer receipt) {
        List<String> reasons = new ArrayList<>();
        receipt.expect(200)
                .body()
                .path("refused")
                .forEach(refused -> reasons.add(refused.path("reason").asText()));
        return reasons;
    }

    private static Answer correctArrival(Haul haul, Person driver) {
        return Rest.post(
                "/api/bookings/" + haul.bookingId + "/correct",
                object("stop", 0, "kind", "ARRIVAL", "occurredAt", haul.at(5).toString(), "reason", "gate slip"),
                driver);
    }

    /** Tells what is missing by hand and delivers. */
    private static Answer finish(Haul haul, Person as) {
        String booking = "/api/bookings/" + haul.bookingId;
        while (haul.booking(as).path("actions").toString().contains("\"arrive\"")) {
            Rest.post(booking + "/arrive", object("reason", "no signal"), as).expect(200);
        }
        return Rest.post(booking + "/deliver", object("receivedBy", "Bo"), as).expect(200);
    }

    private static UUID driver(Haul haul, String name) {
        return Rest.post("/api/drivers", object("name", name), haul.carrier)
                .expect(201)
                .id();
    }

    private static UUID vehicle(Haul haul, String name) {
        return Rest.post(
                        "/api/vehicles",
                        object(
                                "name",
                                name,
                                "plate",
                                "LR 2",
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                AccessWorld.capacity()),
                        haul.carrier)
                .expect(201)
                .id();
    }

    /** A trip of the same carrier in an hour, while the haul is planned to be on its way. */
    private static String post(Haul haul) {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("America/Chicago")).truncatedTo(ChronoUnit.MINUTES);
        return Rest.post(
                        "/api/trips",
                        object(
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                AccessWorld.capacity(),
                                "stops",
                                List.of(
                                        object(
                                                "placeId",
                                                "city:4887398",
                                                "at",
                                                now.plusHours(1).toString()),
                                        object(
                                                "placeId",
                                                "city:4250542",
                                                "at",
                                                now.plusHours(5).toString()))),
                        haul.carrier)
                .expect(201)
                .id()
                .toString();
    }
}
