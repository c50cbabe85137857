package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everything on the road at once, however much was booked since, for whom its positions are shown. */
@SystemTest
class OnTheRoadIT {

    private static final String ROAD = "/api/tracking/on-the-road";
    private static final int MORE = 150;

    @Test
    void theOldestOneOfManyIsThereWithWhereItsVehicleWasLast() {
        Haul haul = new Haul().dispatched();
        haul.report(List.of(haul.position(0, Haul.PICKUP), haul.position(60, Haul.PICKUP + 0.001)))
                .expect(200);
        Sql.run(Rows.moreBookings(haul.bookingId, MORE));

        for (Person party : List.of(haul.shipper, haul.carrier, haul.driver)) {
            JsonNode page = Rest.get(ROAD, party).expect(200).body();
            assertEquals(MORE + 1, page.path("items").size());
            assertTrue(page.path("next").isNull());
            JsonNode shown = shown(page, haul.bookingId);
            assertNotNull(shown);
            assertEquals(Haul.PICKUP + 0.001, shown.at("/position/longitude").asDouble(), 1e-9);
            assertEquals("Truck", shown.path("vehicle").asText());
            assertEquals(
                    haul.booking(party).at("/stops/0/place/name").asText(),
                    shown.at("/stops/0/name").asText());
            assertEquals(2, shown.path("stops").size());
        }
        assertEquals(
                0,
                Rest.get(ROAD, People.carrier())
                        .expect(200)
                        .body()
                        .path("items")
                        .size());
    }

    @Test
    void whoDrivesSeesTheOwnTripsAlone() {
        Haul haul = new Haul().dispatched();
        UUID other = Rest.post("/api/drivers", Rest.object("name", "Odd Driver"), haul.carrier)
                .expect(201)
                .id();
        Person colleague = People.driver(haul.carrier, other);
        assertEquals(1, items(haul.driver));
        assertEquals(0, items(colleague));
    }

    @Test
    void onlyWhatIsOnTheRoadIsShownAndNoPositionOfBefore() {
        Haul haul = new Haul();
        assertEquals(0, items(haul.carrier));
        haul.dispatched();
        JsonNode shown = shown(Rest.get(ROAD, haul.carrier).expect(200).body(), haul.bookingId);
        assertTrue(shown.path("position").isNull());
        assertEquals("DISPATCHED", shown.path("status").asText());
        Rest.post("/api/bookings/" + haul.bookingId + "/cancel", Rest.object("reason", "no truck"), haul.carrier)
                .expect(200);
        assertEquals(0, items(haul.shipper));
    }

    @Test
    void pagesFollowEachOther() {
        Haul haul = new Haul().dispatched();
        Sql.run(Rows.moreBookings(haul.bookingId, 4));
        JsonNode first = Rest.get(ROAD + "?limit=3", haul.carrier).expect(200).body();
        JsonNode second = Rest.get(ROAD + "?limit=3&after=" + first.path("next").asText(), haul.carrier)
                .expect(200)
                .body();
        assertEquals(3, first.path("items").size());
        assertEquals(2, second.path("items").size());
        assertTrue(second.path("next").isNull());
        assertNotNull(shown(second, haul.bookingId));
        Rest.get(ROAD + "?limit=501", haul.carrier).expect(422, "request/invalid");
        Rest.get(ROAD + "?after=here", haul.carrier).expect(422, "request/invalid");
    }

    /** A broker's booking goes the way of the one that carries it, and names no vehicle. */
    @Test
    void whatABrokerHasCarriedIsShownToItsBuyerByItsOwnBooking() {
        Haul haul = new Haul().dispatched();
        haul.report(List.of(haul.position(0, Haul.PICKUP))).expect(200);
        Person owner = People.shipper();
        UUID brokers = UUID.fromString(haul.bookingId.toString().substring(0, 14) + "7fff-bfff-ffffffffffff");
        Sql.run(
                "INSERT INTO bookings.booking SELECT (jsonb_populate_record(b, jsonb_build_object('id', '" + brokers
                        + "', 'reference', 'B-' || upper(substr(md5(random()::text), 1, 8)), 'leg_id', gen_random_uuid(), 'offer_id', gen_random_uuid(), 'trip_id', NULL,"
                        + " 'driver_id', NULL, 'seller_organisation_id', b.buyer_organisation_id, 'buyer_organisation_id', '"
                        + owner.organisationId() + "'))).* FROM bookings.booking b WHERE b.id = '" + haul.bookingId
                        + "'",
                "INSERT INTO bookings.stop SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'booking_id', '"
                        + brokers + "'))).* FROM bookings.stop s WHERE s.booking_id = '" + haul.bookingId + "'",
                "UPDATE bookings.booking SET upstream_booking_id = '" + brokers + "' WHERE id = '" + haul.bookingId
                        + "'");

        JsonNode page = Rest.get(ROAD, owner).expect(200).body();
        assertEquals(1, page.path("items").size());
        JsonNode shown = shown(page, brokers);
        assertFalse(shown.path("position").isNull());
        assertTrue(shown.path("vehicle").isNull());
    }

    private static int items(Person as) {
        return Rest.get(ROAD, as).expect(200).body().path("items").size();
    }

    private static JsonNode shown(JsonNode page, UUID booking) {
        for (JsonNode item : page.path("items")) {
            if (item.path("bookingId").asText().equals(booking.toString())) {
                return item;
            }
        }
        return null;
    }
}
