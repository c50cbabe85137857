package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Arrivals and departures: the order in which positions come decides nothing, what was told can be told anew, and all that was told stays on record. */
@SystemTest
class RoadFactsIT {

    /** Where the batches begin and end, in fixes: on time, in small pieces, and a phone that first sends what it sees at the dock and then what it kept. */
    private static final Map<String, int[][]> ORDERS = new TreeMap<>(Map.of(
            "one batch", new int[][] {{0, 151}},
            "small batches", new int[][] {{0, 25}, {25, 50}, {50, 75}, {75, 100}, {100, 125}, {125, 151}},
            "live first", new int[][] {{0, 10}, {50, 60}, {10, 50}, {60, 151}},
            "the end first", new int[][] {{125, 151}, {0, 125}}));

    @Test
    void theOrderOfBatchesDecidesNothing() {
        Map<String, List<Long>> seconds = new TreeMap<>();
        ORDERS.forEach((order, batches) -> {
            Haul haul = new Haul().dispatched();
            List<Map<String, Object>> drive = drive(haul);
            for (int[] batch : batches) {
                haul.report(drive.subList(batch[0], batch[1])).expect(200);
            }
            seconds.put(order, facts(haul));
        });
        List<Long> onTime = seconds.get("one batch");
        assertEquals(190L, onTime.get(0));
        seconds.forEach((order, facts) -> assertEquals(onTime, facts, order));
    }

    @Test
    void whatWasToldIsCorrectedAndStaysOnRecord() {
        Haul haul = new Haul().dispatched();
        List<Map<String, Object>> drive = drive(haul);
        haul.report(drive.subList(0, 10)).expect(200);
        haul.report(drive.subList(50, 60)).expect(200);
        haul.report(drive.subList(10, 50)).expect(200);
        Answer byHand = correctArrival(haul, 180).expect(200);
        assertEquals("PERSON", byHand.at("/stops/0/arrivalSource"));
        haul.report(drive.subList(5, 70)).expect(200);
        JsonNode booking = haul.booking(haul.shipper);
        assertEquals(
                haul.at(180), Instant.parse(booking.at("/stops/0/arrivedAt").asText()), "no fence corrects a person");
        List<String> told = new ArrayList<>();
        Rest.get("/api/bookings/" + haul.bookingId + "/tellings", haul.shipper)
                .expect(200)
                .body()
                .path("items")
                .forEach(telling -> told.add(telling.path("source").asText() + " "
                        + Duration.between(
                                        haul.dispatchedAt,
                                        Instant.parse(telling.path("at").asText()))
                                .toSeconds()));
        assertEquals(List.of("FENCE 500", "FENCE 190", "PERSON 180", "FENCE 630"), told);
        List<String> timeline = new ArrayList<>();
        Rest.get("/api/bookings/" + haul.bookingId + "/timeline?limit=100", haul.shipper)
                .expect(200)
                .body()
                .path("items")
                .forEach(event -> timeline.add(event.path("type").asText()));
        assertEquals(
                2, timeline.stream().filter("booking.arrival-corrected"::equals).count());
        Rest.post(
                        "/api/bookings/" + haul.bookingId + "/correct",
                        object(
                                "stop",
                                1,
                                "kind",
                                "ARRIVAL",
                                "occurredAt",
                                haul.at(700).toString(),
                                "reason",
                                "x"),
                        haul.driver)
                .expect(409, "bookings/not-told");
    }

    @Test
    void aBookingHasTwoHundredTellings() {
        Haul haul = new Haul().dispatched();
        Rest.post(
                        "/api/bookings/" + haul.bookingId + "/arrive",
                        object("occurredAt", haul.at(180).toString(), "reason", "no signal"),
                        haul.driver)
                .expect(200);
        Sql.run(Rows.moreTellings(haul.bookingId, 198));
        correctArrival(haul, 190).expect(200);
        correctArrival(haul, 200).expect(409, "bookings/too-many-tellings");
        assertEquals(
                200, Sql.number("SELECT count(*) FROM bookings.telling WHERE booking_id = '" + haul.bookingId + "'"));
    }

    private static Answer correctArrival(Haul haul, long second) {
        return Rest.post(
                "/api/bookings/" + haul.bookingId + "/correct",
                object(
                        "stop",
                        0,
                        "kind",
                        "ARRIVAL",
                        "occurredAt",
                        haul.at(second).toString(),
                        "reason",
                        "gate slip"),
                haul.driver);
    }

    @Test
    void aTripWithASegmentForSaleGoesOnUntilItsCarrierEndsIt() {
        Parties parties = new Parties();
        parties.topUp("1000");
        String trip = parties.postTripBeyond("Memphis");
        JsonNode booking = parties.accept(parties.offer(parties.postLoad("1000"), trip))
                .expect(200)
                .body()
                .get("booking");
        parties.assign(trip);
        parties.carrier()
                .post("/bookings/" + booking.get("id").asText() + "/dispatch", Map.of())
                .expect(200);
        parties.carrier().post("/trips/" + trip + "/complete", Map.of()).expect(409, "trips/undelivered");
        parties.finish(booking);
        assertEquals("IN_PROGRESS", parties.carrier().get("/trips/" + trip).at("/status"));
        assertTrue(parties.shipper()
                .get("/trips/" + trip)
                .expect(200)
                .at("/segments/1/remaining/weightKilograms")
                .startsWith("18000"));
        assertEquals(
                "COMPLETED",
                parties.carrier()
                        .post("/trips/" + trip + "/complete", Map.of())
                        .expect(200)
                        .at("/status"));
        parties.carrier().post("/trips/" + trip + "/complete", Map.of()).expect(409);
    }

    /** From three kilometres before the pickup, ten minutes there, ten on the way, five at the delivery; a position every ten seconds. */
    private static List<Map<String, Object>> drive(Haul haul) {
        List<Map<String, Object>> drive = new ArrayList<>();
        double start = Haul.PICKUP - 0.036;
        for (int second = 0; second <= 1500; second += 10) {
            double longitude = second < 200
                    ? start + (Haul.PICKUP - start) * second / 200
                    : second < 600
                            ? Haul.PICKUP
                            : second < 1200
                                    ? Haul.PICKUP + (Haul.DELIVERY - Haul.PICKUP) * (second - 600) / 600
                                    : Haul.DELIVERY;
            drive.add(haul.position(second, longitude));
        }
        return drive;
    }

    /** Seconds after the dispatch: arrival and departure at the pickup, arrival at the delivery. */
    private static List<Long> facts(Haul haul) {
        JsonNode stops = haul.booking(haul.carrier).path("stops");
        List<Long> facts = new ArrayList<>();
        for (String pointer : List.of("/0/arrivedAt", "/0/departedAt", "/1/arrivedAt")) {
            facts.add(Duration.between(
                            haul.dispatchedAt, Instant.parse(stops.at(pointer).asText()))
                    .toSeconds());
        }
        return facts;
    }
}
