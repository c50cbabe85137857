package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What the services promise is kept by the database itself, whoever writes past them. */
@SystemTest
class ConstraintsIT {

    private static final String EXCLUSION = "23P01";
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";

    @Test
    void driverAndVehicleAreOnOneTripAtATime() {
        Parties parties = new Parties();
        String first = parties.postTrip();
        String second = parties.postTrip();
        parties.assign(first);
        for (String other : new String[] {"vehicle_id", "driver_id"}) {
            assertEquals(EXCLUSION, Sql.refusal(take(first, second, "'" + other + "', gen_random_uuid()")), other);
        }
    }

    @Test
    void tripsThatMeetEndToEndMayShareADriver() {
        Parties parties = new Parties();
        String first = parties.postTrip();
        String second = parties.postTrip();
        parties.assign(first);
        String after = "'taken_from', taken_until, 'taken_until', taken_until + interval '1 hour'";
        assertEquals("none", Sql.refusal(take(first, second, after)));
    }

    /** Who does the one trip is to do the other too, but for what differs. */
    private static String take(String first, String second, String difference) {
        return "INSERT INTO trips.assignment SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'trip_id', '"
                + second + "', " + difference + "))).* FROM trips.assignment a WHERE trip_id = '" + first + "'";
    }

    @Test
    void noSegmentGivesMoreThanItHas() {
        String trip = new Parties().postTrip();
        String take =
                "UPDATE trips.segment SET remaining_weight_kilograms = remaining_weight_kilograms - 18001 WHERE trip_id = '"
                        + trip + "'";
        assertEquals(CHECK, Sql.refusal(take));
    }

    @Test
    void aLegHasOneBookingThatStands() {
        Parties parties = new Parties();
        parties.topUp("2000");
        String booking = parties.book("1000").get("id").asText();
        String again =
                "INSERT INTO bookings.booking SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'reference', 'B-OTHER',"
                        + " 'offer_id', gen_random_uuid()))).* FROM bookings.booking b WHERE id = '" + booking + "'";
        assertEquals(UNIQUE, Sql.refusal(again));
    }

    @Test
    void aBookingIsNotSettledWithoutAProof() {
        Parties parties = new Parties();
        parties.topUp("2000");
        JsonNode booking = parties.book("1000");
        String settle = "UPDATE bookings.booking SET status = 'SETTLED', settled_at = now() WHERE id = '"
                + booking.get("id").asText() + "'";
        assertEquals(CHECK, Sql.refusal(settle));
    }

    @Test
    void feeIsNeverMoreThanThePrice() {
        Parties parties = new Parties();
        parties.topUp("2000");
        JsonNode booking = parties.book("1000");
        String raise = "UPDATE bookings.booking SET fee_minor = price_minor + 1 WHERE id = '"
                + booking.get("id").asText() + "'";
        assertEquals(CHECK, Sql.refusal(raise));
    }
}
