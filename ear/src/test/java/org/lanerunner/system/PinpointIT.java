package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A stop known by its city only makes no arrival by itself; once somebody says where it is, its fence stands there and goes over the way that was driven. */
@SystemTest
class PinpointIT {

    private static final double FURTHER = Haul.PICKUP - 0.02;

    @Test
    void whereOnlyTheCityIsKnownNothingArrivesUntilThePointIsSet() throws Exception {
        Haul haul = Haul.withinChicago().dispatched();
        List<Map<String, Object>> way = haul.way();
        haul.report(way.subList(0, way.size() - 1)).expect(200);
        JsonNode before = haul.booking(haul.driver);
        assertEquals("DISPATCHED", before.path("status").asText());
        for (JsonNode stop : before.path("stops")) {
            assertEquals("CITY", stop.path("precision").asText());
            assertTrue(stop.path("fence").isNull(), "it has no fence");
            assertTrue(stop.path("canBePinpointed").asBoolean());
        }

        try (Channel page = Channel.of(haul.shipper)) {
            page.say(Map.of("subscribe", "booking", "id", haul.bookingId));
            page.await("subscribed");
            JsonNode pickup = pinpoint(haul, haul.driver, 0, Haul.PICKUP, 150.0)
                    .expect(200)
                    .body()
                    .at("/stops/0");
            assertEquals("POINT", pickup.path("precision").asText());
            assertEquals(150, pickup.at("/fence/radiusMeters").asDouble());
            assertEquals("Chicago", pickup.at("/place/name").asText(), "it stays in the place that was agreed");
            page.awaitEvent("booking.stop-pinpointed");
        }
        pinpoint(haul, haul.shipper, 1, Haul.DELIVERY, null).expect(200);
        assertEquals("DISPATCHED", haul.booking(haul.shipper).path("status").asText(), "the next positions tell it");
        haul.report(way.subList(way.size() - 1, way.size())).expect(200);

        JsonNode after = haul.booking(haul.shipper);
        assertEquals("AT_DELIVERY", after.path("status").asText());
        assertEquals(
                haul.at(0),
                Instant.parse(after.at("/stops/0/arrivedAt").asText()),
                "positions of before the point count");
        assertEquals("FENCE", after.at("/stops/1/arrivalSource").asText());
        JsonNode told = event(haul);
        assertEquals("CITY", told.path("before").asText());
        assertEquals(150, told.path("radiusMeters").asInt());
        assertFalse(told.toString().contains("41."), "no event carries coordinates");
        pinpoint(haul, haul.driver, 0, FURTHER, null).expect(409, "bookings/already-departed");
        assertEquals(
                2,
                Sql.number("SELECT count(*) FROM audit.entry WHERE subject_id = '" + haul.bookingId
                        + "' AND call = 'POST /api/bookings/{id}/pinpoint'"));
    }

    @Test
    void whatTheFenceToldBeforeItWasMovedStays() {
        Haul haul = new Haul().dispatched();
        haul.report(haul.way().subList(0, 30)).expect(200);
        String arrived = haul.booking(haul.shipper).at("/stops/0/arrivedAt").asText();
        pinpoint(haul, haul.shipper, 0, FURTHER, 300.0).expect(200);
        List<Map<String, Object>> onward = new ArrayList<>();
        for (int second = 400; second < 500; second += 10) {
            onward.add(haul.position(second, FURTHER));
        }
        for (int second = 600; second < 700; second += 10) {
            onward.add(haul.position(second, (Haul.PICKUP + Haul.DELIVERY) / 2));
        }
        haul.report(onward).expect(200);
        // late ones have the whole way gone over again
        haul.report(List.of(haul.position(305, Haul.PICKUP))).expect(200);
        JsonNode pickup = haul.booking(haul.shipper).at("/stops/0");
        assertEquals(arrived, pickup.path("arrivedAt").asText());
        assertEquals(haul.at(600), Instant.parse(pickup.path("departedAt").asText()), "it left the new fence");
    }

    @Test
    void itIsSaidByTheTwoSidesAndNearTheCityOnly() {
        Haul haul = Haul.withinChicago();
        Haul others = Haul.withinChicago();
        assertEquals(
                "/latitude",
                pinpoint(haul, haul.shipper, 0, -90.0, null)
                        .expect(422, "request/invalid")
                        .at("/errors/0/pointer"));
        pinpoint(haul, haul.shipper, 0, Haul.PICKUP, 20_000.0).expect(422, "request/invalid");
        pinpoint(haul, haul.shipper, 7, Haul.PICKUP, null).expect(422, "request/invalid");
        Rest.post(path(haul), object("stop", 0, "latitude", Haul.PICKUP, "longitude", Haul.LATITUDE), haul.shipper)
                .expect(422, "request/invalid");
        Rest.post(path(haul), object("stop", 0), haul.shipper).expect(422, "request/invalid");
        pinpoint(haul, others.shipper, 0, Haul.PICKUP, null).expect(404);
        pinpoint(haul, others.driver, 0, Haul.PICKUP, null).expect(404);
        Rest.post(
                        path(haul),
                        object("stop", 0, "latitude", Haul.LATITUDE, "longitude", Haul.PICKUP),
                        haul.shipper,
                        "If-Match",
                        "\"99\"")
                .expect(412);
        for (int times = 0; times < 20; times++) {
            pinpoint(haul, haul.shipper, 1, Haul.DELIVERY, 50.0 + times).expect(200);
        }
        pinpoint(haul, haul.shipper, 1, Haul.DELIVERY, null).expect(409, "bookings/too-many-pinpoints");
        Rest.post("/api/bookings/" + haul.bookingId + "/cancel", object("reason", "no truck"), haul.shipper)
                .expect(200);
        pinpoint(haul, haul.shipper, 0, Haul.PICKUP, null).expect(409, "bookings/over");
        assertFalse(haul.booking(haul.shipper).at("/stops/0/canBePinpointed").asBoolean());
    }

    private static Answer pinpoint(Haul haul, Person who, int stop, double longitude, Double radiusMeters) {
        return Rest.post(
                path(haul),
                object("stop", stop, "latitude", Haul.LATITUDE, "longitude", longitude, "radiusMeters", radiusMeters),
                who);
    }

    private static String path(Haul haul) {
        return "/api/bookings/" + haul.bookingId + "/pinpoint";
    }

    /** Of the first that was set. */
    private static JsonNode event(Haul haul) {
        for (JsonNode event : Rest.get("/api/bookings/" + haul.bookingId + "/timeline?limit=100", haul.carrier)
                .expect(200)
                .body()
                .path("items")) {
            if (event.path("type").asText().contains("stop-pinpointed")) {
                return event.path("data");
            }
        }
        throw new AssertionError("no word of it in the timeline");
    }
}
