package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Positions from the driver, what fences make of them, and who may see them for how long. */
@SystemTest
class TrackingIT {

    @Test
    void positionsInAnyOrderMoveTheBookingByItself() {
        Haul haul = new Haul().dispatched();
        List<Map<String, Object>> way = haul.way();
        Collections.shuffle(way, new Random(1));
        assertEquals(
                way.size(), haul.report(way).expect(200).body().path("accepted").asInt());
        JsonNode booking = haul.booking(haul.shipper);
        assertEquals("AT_DELIVERY", booking.path("status").asText());
        JsonNode pickup = booking.path("stops").path(0);
        assertEquals(haul.at(0), Instant.parse(pickup.path("arrivedAt").asText()));
        assertTrue(pickup.path("arrivedAlreadyThere").asBoolean());
        assertEquals("IN_TIME", pickup.path("arrivalPunctuality").asText());
        assertEquals("FENCE", pickup.path("departureSource").asText());
        assertTrue(booking.path("stops").path(1).path("departedAt").isNull());
    }

    @Test
    void aBatchSentAgainChangesNothing() {
        Haul haul = new Haul().dispatched();
        haul.report(haul.way()).expect(200);
        int version = haul.booking(haul.shipper).path("version").asInt();
        JsonNode again = haul.report(haul.way()).expect(200).body();
        assertEquals(0, again.path("accepted").asInt());
        assertEquals(haul.way().size(), again.path("duplicates").asInt());
        assertEquals(version, haul.booking(haul.shipper).path("version").asInt());
        assertEquals(
                1,
                Sql.number("SELECT last FROM events.aggregate_sequence WHERE family = 'location' AND aggregate_id = '"
                        + haul.tripId + "'"));
        assertEquals(
                0,
                Sql.number("SELECT count(*) FROM events.event WHERE aggregate_id = '" + haul.tripId
                        + "' AND family = 'location'"),
                "who listens hears of it, no log keeps it");
    }

    @Test
    void twoBatchesAtOnceAreTakenAsIfOneCameAfterTheOther() {
        Haul haul = new Haul().dispatched();
        List<Map<String, Object>> way = haul.way();
        List<List<Map<String, Object>>> batches = List.of(way.subList(0, 70), way.subList(70, way.size()));
        AtOnce.all(batches.stream()
                        .<Callable<Answer>>map(batch -> () -> haul.report(batch))
                        .toList())
                .forEach(answer -> answer.expect(200));
        assertEquals("AT_DELIVERY", haul.booking(haul.shipper).path("status").asText());
    }

    /** Fences look at the booking before they lock it, since most batches change nothing of it. */
    @Test
    void aBatchTakesTheBookingAsItIsOnceItHasItsLock() {
        Haul haul = new Haul().dispatched();
        String booking = " FROM bookings.booking WHERE id = '" + haul.bookingId + "'";
        Sql.whileItWaits(
                        "SELECT FROM loads.load WHERE id = (SELECT load_id" + booking + ") FOR UPDATE",
                        "UPDATE bookings.booking SET version = version + 1 WHERE id = '" + haul.bookingId + "'",
                        () -> haul.report(haul.way()))
                .expect(200);
        assertEquals("AT_DELIVERY", haul.booking(haul.shipper).path("status").asText());
    }

    @Test
    void latePositionsDecideWhatIsStillOpen() {
        Haul haul = new Haul().dispatched();
        List<Map<String, Object>> way = haul.way();
        haul.report(List.of(way.get(way.size() - 1))).expect(200);
        assertEquals("DISPATCHED", haul.booking(haul.shipper).path("status").asText());
        haul.report(way.subList(0, way.size() - 1)).expect(200);
        assertEquals("AT_DELIVERY", haul.booking(haul.shipper).path("status").asText());
        String last = Rest.get("/api/bookings/" + haul.bookingId + "/positions/last", haul.shipper)
                .expect(200)
                .text("at");
        assertEquals(haul.at(1490), Instant.parse(last));
    }

    @Test
    void onePositionThatIsWrongDoesNotStopTheOthers() {
        Haul haul = new Haul().dispatched();
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        JsonNode receipt = haul.report(List.of(
                        haul.position(-1, Haul.PICKUP),
                        object("at", tomorrow.toString(), "latitude", 41, "longitude", -87),
                        object("at", haul.at(1).toString(), "latitude", 90.5, "longitude", -87),
                        object("at", haul.at(1).toString(), "latitude", 0, "longitude", 0),
                        object("at", haul.at(1).toString(), "latitude", 41, "longitude", -87, "accuracyMeters", -1),
                        object("at", haul.at(1).toString(), "latitude", 41, "longitude", -87, "headingDegrees", 361),
                        haul.position(2, Haul.PICKUP)))
                .expect(200)
                .body();
        assertEquals(1, receipt.path("accepted").asInt());
        assertEquals(
                List.of("0 BEFORE_DISPATCH", "1 FUTURE", "2 COORDINATES", "3 NO_FIX", "4 ACCURACY", "5 HEADING"),
                refusals(receipt));
    }

    @Test
    void whatAPhoneDoesNotKnowCostsNoPosition() throws Exception {
        Haul haul = new Haul().dispatched();
        List<Map<String, Object>> fillers = new ArrayList<>();
        for (Map<String, Object> filler : List.of(
                object("speedMetersPerSecond", -1, "headingDegrees", -1),
                object("speedMetersPerSecond", 0, "headingDegrees", null),
                object("speedMetersPerSecond", -0.01, "headingDegrees", 360),
                object("accuracyMeters", 0))) {
            Map<String, Object> position = haul.position(fillers.size(), Haul.PICKUP);
            position.putAll(filler);
            fillers.add(position);
        }
        fillers.add(object("at", haul.at(9).toString(), "latitude", 200, "longitude", -87));
        JsonNode receipt = haul.report(fillers).expect(200).body();
        assertEquals(4, receipt.path("accepted").asInt());
        assertEquals("4 COORDINATES", refusals(receipt).get(0));
        JsonNode kept = Rest.get("/api/bookings/" + haul.bookingId + "/positions", haul.shipper)
                .expect(200)
                .body()
                .path("items");
        assertTrue(kept.path(0).path("speedMetersPerSecond").isNull(), kept::toString);
        assertTrue(kept.path(0).path("headingDegrees").isNull(), kept::toString);
        assertEquals(5, kept.path(0).path("accuracyMeters").asDouble());
        assertEquals(0, kept.path(1).path("speedMetersPerSecond").asDouble(-1));
        assertEquals(360, kept.path(2).path("headingDegrees").asDouble());
        assertTrue(kept.path(3).path("accuracyMeters").isNull(), kept::toString);
    }

    /** A case of another project's that stands beside this one, where it does. */
    @Test
    void aDriveOfAnIphoneIsKept() throws Exception {
        Path recorded = sharedCase("positions-minus-one.json");
        assumeTrue(recorded != null, "skipped: no shared/data/cases beside the project");
        Haul haul = new Haul().dispatched();
        String text = Files.readString(recorded).replace("<now>", Instant.now().toString());
        JsonNode example = Rest.JSON.readTree(text);
        JsonNode receipt = Rest.post(
                        "/api/tracking/positions", object("positions", example.path("positions")), haul.driver)
                .expect(200)
                .body();
        JsonNode expected = example.path("expected");
        assertEquals(expected.path("accepted").asInt(), receipt.path("accepted").asInt());
        assertEquals(expected.path("refused"), receipt.path("refused"));
    }

    private static Path sharedCase(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path beside = at.resolve("shared/data/cases").resolve(name);
            if (Files.isRegularFile(beside)) {
                return beside;
            }
        }
        return null;
    }

    private static List<String> refusals(JsonNode receipt) {
        List<String> reasons = new ArrayList<>();
        receipt.path("refused")
                .forEach(refused -> reasons.add(refused.path("index").asInt() + " "
                        + refused.path("reason").asText()));
        return reasons;
    }

    @Test
    void batchesThatAreNoneAreRefusedWhole() {
        Haul haul = new Haul().dispatched();
        Rest.post("/api/tracking/positions", "{\"positions\":[", haul.driver).expect(400, "request/malformed");
        Rest.post("/api/tracking/positions", "{\"positions\":[{\"at\":1}]}", haul.driver)
                .expect(422, "request/invalid");
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i <= 1000; i++) {
            many.add(haul.position(i, Haul.PICKUP));
        }
        haul.report(many).expect(422, "request/invalid");
        assertEquals(0, Sql.number("SELECT count(*) FROM tracking.position WHERE trip_id = '" + haul.tripId + "'"));
    }

    @Test
    void onlyTheTripsOwnDriverReports() {
        Haul haul = new Haul();
        haul.report(haul.way()).expect(409, "tracking/no-trip-in-progress");
        haul.dispatched();
        Haul other = new Haul().dispatched();
        Map<String, Object> batch = object("tripId", haul.tripId, "positions", haul.way());
        Rest.post("/api/tracking/positions", batch, other.driver).expect(404, "trips/not-found");
        Rest.post("/api/tracking/positions", batch, haul.carrier).expect(404, "trips/not-found");
        Rest.post("/api/tracking/positions", batch, haul.shipper).expect(403);
        Rest.post("/api/tracking/positions", object("tripId", UUID.randomUUID(), "positions", haul.way()), haul.driver)
                .expect(404);
    }

    @Test
    void partiesSeeTheWayFromDispatchToDeliveryAndNobodyElseSeesAny() {
        Haul haul = new Haul().dispatched();
        haul.report(haul.way()).expect(200);
        Rest.post(
                        "/api/bookings/" + haul.bookingId + "/deliver",
                        object(
                                "receivedBy",
                                "Bo",
                                "occurredAt",
                                haul.at(1400).toString(),
                                "latitude",
                                Haul.LATITUDE,
                                "longitude",
                                Haul.DELIVERY),
                        haul.driver)
                .expect(200);
        Rest.post(
                        "/api/tracking/positions",
                        object(
                                "tripId",
                                haul.tripId,
                                "positions",
                                List.of(
                                        haul.position(1600, Haul.DELIVERY - 0.02),
                                        haul.position(1610, Haul.DELIVERY - 0.03))),
                        haul.driver)
                .expect(200);
        assertTrue(haul.booking(haul.carrier)
                .path("stops")
                .path(1)
                .path("departedAt")
                .isTextual());
        List<Instant> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Rest.get(
                            "/api/bookings/" + haul.bookingId + "/positions?limit=50&after=" + after, haul.shipper)
                    .expect(200)
                    .body();
            page.path("items")
                    .forEach(position ->
                            seen.add(Instant.parse(position.path("at").asText())));
            after = page.path("next").asText("");
        } while (!after.isEmpty() && !after.equals("null"));
        assertEquals(haul.at(0), seen.get(0));
        assertEquals(haul.at(1400), seen.get(seen.size() - 1));
        assertEquals(141, seen.size());
        Rest.get("/api/bookings/" + haul.bookingId + "/positions", People.shipper())
                .expect(404);
        Rest.get("/api/bookings/" + haul.bookingId + "/positions?limit=1001", haul.shipper)
                .expect(422);
    }

    /** What the load's owner told for the job is for who does it; where the carrier's truck is, for who has a load on it. */
    @Test
    void ofACancelledBookingNeitherSideKnowsMoreOfTheOtherThanTheMarket() {
        Haul haul = new Haul().dispatched();
        haul.report(haul.way().subList(0, 3)).expect(200);
        String booking = "/api/bookings/" + haul.bookingId;
        UUID ofShipper = Upload.png("/api/documents", haul.bookingId, haul.shipper)
                .expect(201)
                .id();
        UUID ofCarrier = Upload.png("/api/documents", haul.bookingId, haul.carrier)
                .expect(201)
                .id();
        assertTrue(text(booking, haul.carrier).contains("Dock"));
        Rest.post(booking + "/cancel", object("reason", "No truck"), haul.carrier)
                .expect(200);
        for (String path : List.of(booking, "/api/bookings", "/api/trips/" + haul.tripId)) {
            assertFalse(text(path, haul.carrier).contains("Dock"), path);
            assertFalse(text(path, haul.carrier).contains(String.valueOf(Haul.LATITUDE)), path);
        }
        assertTrue(text(booking, haul.shipper).contains("Dock"));
        Rest.get("/api/documents/" + ofShipper, haul.shipper).expect(200);
        Rest.get("/api/documents/" + ofShipper, haul.carrier).expect(404);
        Rest.get("/api/documents/" + ofCarrier, haul.carrier).expect(200);
        Rest.get("/api/documents/" + ofCarrier, haul.shipper).expect(404);
        assertEquals(0, positions(haul, haul.shipper));
        assertEquals(3, positions(haul, haul.carrier));
        Rest.post("/api/tracking/positions", object("tripId", haul.tripId, "positions", haul.way()), haul.driver)
                .expect(409);
    }

    private static String text(String path, Person as) {
        return Rest.get(path, as).expect(200).body().toString();
    }

    private static int positions(Haul haul, Person as) {
        return Rest.get("/api/bookings/" + haul.bookingId + "/positions", as)
                .expect(200)
                .body()
                .path("items")
                .size();
    }
}
