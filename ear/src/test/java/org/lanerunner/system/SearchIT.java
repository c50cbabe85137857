package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is the own organisation's is found by its reference or a place on its way, however much there is, and nothing of others is. */
@SystemTest
class SearchIT {

    private static final int MORE = 150;

    private static Haul haul;
    private static String booking;
    private static String load;
    private static UUID loadId;

    @BeforeAll
    static void muchSince() {
        haul = Haul.withinChicago();
        JsonNode booked = haul.booking(haul.shipper);
        booking = booked.path("reference").asText();
        load = booked.path("loadReference").asText();
        loadId = UUID.fromString(booked.path("loadId").asText());
        Sql.run(Rows.moreBookings(haul.bookingId, MORE));
        Sql.run(Rows.moreLoads(loadId, MORE));
    }

    @Test
    void theOldestIsFoundByItsReferenceInAnyCaseAndWithoutItsLetter() {
        for (String q :
                List.of(booking, booking.toLowerCase(Locale.ROOT), booking.substring(2), booking.substring(0, 7))) {
            assertTrue(ids(q, haul.carrier).contains(haul.bookingId.toString()), q);
        }
        assertTrue(ids(load, haul.shipper).contains(loadId.toString()));
        assertFalse(ids(load, haul.carrier).contains(loadId.toString()), "it is the shipper's");
        assertFalse(
                ids(booking.substring(4), haul.carrier).contains(haul.bookingId.toString()), "by its beginning only");
    }

    @Test
    void aPlaceFindsTheNewestOfAllKindsByAPartOfItsName() {
        Person carrier = haul.carrier;
        JsonNode found =
                Rest.get("/api/search?q=HICAG", haul.shipper).expect(200).body();
        assertEquals(12, found.path("items").size());
        assertEquals("Chicago", found.at("/items/0/origin").asText());
        assertEquals("Chicago", found.at("/items/0/destination").asText());
        List<String> ids = new ArrayList<>();
        found.path("items").forEach(item -> ids.add(item.path("id").asText()));
        List<String> newestFirst = new ArrayList<>(ids);
        newestFirst.sort(java.util.Comparator.reverseOrder());
        assertEquals(newestFirst, ids);
        assertEquals(20, ids("chic&limit=20", carrier).size());
        assertTrue(ids("T-" + trip().substring(2), carrier).contains(haul.tripId.toString()));
        assertEquals(List.of(), ids("Milwaukee", carrier));
    }

    @Test
    void nobodyFindsWhatIsOthers() {
        for (Person stranger : List.of(People.carrier(), People.shipper(), People.admin())) {
            for (String q : List.of(booking, load, trip(), "Chicago")) {
                assertEquals(List.of(), ids(q, stranger), q);
            }
        }
    }

    @Test
    void whoDrivesFindsTheOwnTripsAlone() {
        UUID other = Rest.post("/api/drivers", Rest.object("name", "Odd Driver"), haul.carrier)
                .expect(201)
                .id();
        Person colleague = People.driver(haul.carrier, other);
        assertTrue(ids(booking, haul.driver).contains(haul.bookingId.toString()));
        assertTrue(ids(trip(), haul.driver).contains(haul.tripId.toString()));
        assertEquals(List.of(), ids(booking, colleague));
        assertEquals(List.of(), ids("Chicago", colleague));
    }

    @Test
    void whatIsNoQuestionIsRefusedAndPatternsAreText() {
        for (String q : List.of("", "?q=", "?q=a", "?q=%20%20a%20", "?q=" + "a".repeat(101))) {
            Rest.get("/api/search" + q, haul.shipper).expect(422, "request/invalid");
        }
        for (String limit : List.of("0", "21")) {
            Rest.get("/api/search?q=Chicago&limit=" + limit, haul.shipper).expect(422, "request/invalid");
        }
        for (String q : List.of("%%", "__", "!!", "B-%", "Chi%go")) {
            assertEquals(List.of(), ids(URLEncoder.encode(q, StandardCharsets.UTF_8), haul.shipper), q);
        }
    }

    private static String trip() {
        return Rest.get("/api/trips/" + haul.tripId, haul.carrier).expect(200).text("reference");
    }

    private static List<String> ids(String q, Person as) {
        List<String> ids = new ArrayList<>();
        Rest.get("/api/search?q=" + q, as)
                .expect(200)
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
