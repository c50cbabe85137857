package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every step of the main job has a way out that leaves everything as it was before. */
@SystemTest
class WaysOutIT {

    private static final Map<String, Object> REASON = Map.of("reason", "changed our minds");

    private final Parties parties = new Parties();

    @Test
    void eitherSideCancelsABookingBeforeLoading() {
        for (Api side : List.of(parties.shipper(), parties.carrier())) {
            JsonNode booking = booked();
            String load = booking.get("loadId").asText();
            side.post(path(booking, "cancel"), REASON).expect(200);
            assertEquals(
                    "OPEN", parties.shipper().get("/loads/" + load).expect(200).at("/status"));
            assertEquals("0.00", escrowed());
            assertEquals("1000.00", available());
            JsonNode told = parties.shipper()
                    .get(path(booking, "timeline"))
                    .expect(200)
                    .body()
                    .get("items");
            assertTrue(told.toString().contains("booking.cancelled"));
            assertTrue(parties.carrier()
                    .get(path(booking, "timeline"))
                    .expect(200)
                    .body()
                    .toString()
                    .contains("booking.cancelled"));
            JsonNode again =
                    parties.accept(parties.offer(load)).expect(200).body().get("booking");
            parties.shipper().post(path(again, "cancel"), REASON).expect(200);
            parties.shipper().post("/loads/" + load + "/cancel", REASON).expect(200);
        }
        assertEquals(0, Sql.booksOutOfBalance());
    }

    @Test
    void cancelledBookingGivesTheTripsCapacityBack() {
        String trip = parties.postTrip();
        JsonNode booking = bookedOn(trip);
        assertEquals("0", whole(remaining(trip)));
        parties.carrier().post(path(booking, "cancel"), REASON).expect(200);
        assertEquals("18000", whole(remaining(trip)));
    }

    @Test
    void cancelledLoadTakesItsBookingWithIt() {
        JsonNode booking = booked();
        parties.shipper()
                .post("/loads/" + booking.get("loadId").asText() + "/cancel", REASON)
                .expect(200);
        assertEquals("CANCELLED", status(booking));
        assertEquals("0.00", escrowed());
        assertEquals("1000.00", available());
    }

    /** Only a draft is posted: a load that its booking stands on would else be open to new offers, and its booking go nowhere. */
    @Test
    void bookedLoadIsNotPostedAgainAndGoesItsWay() {
        JsonNode booking = booked();
        String load = booking.get("loadId").asText();
        notPosted(load, "COVERED");
        parties.assign(booking.get("tripId").asText());
        parties.carrier().post(path(booking, "dispatch"), Map.of()).expect(200);
        notPosted(load, "DISPATCHED");
        byHand(booking, "arrive", 0);
        notPosted(load, "AT_PICKUP");
        byHand(booking, "depart", 0);
        byHand(booking, "arrive", 1);
        parties.carrier()
                .post(path(booking, "deliver"), Map.of("receivedBy", "Bo"))
                .expect(200);
        parties.shipper().post(path(booking, "accept-proof"), Map.of()).expect(200);
        assertEquals("SETTLED", status(booking));
        notPosted(load, "SETTLED");
        assertEquals(0, Sql.booksOutOfBalance());
    }

    private void notPosted(String load, String status) {
        assertEquals(
                "loads/not-possible",
                parties.shipper()
                        .post("/loads/" + load + "/post", Map.of())
                        .expect(409)
                        .at("/type"));
        assertEquals(status, parties.shipper().get("/loads/" + load).at("/status"));
    }

    @Test
    void nobodyCancelsWhatIsLoaded() {
        JsonNode booking = booked();
        parties.assign(booking.get("tripId").asText());
        parties.carrier().post(path(booking, "dispatch"), Map.of()).expect(200);
        byHand(booking, "arrive", 0);
        byHand(booking, "depart", 0);
        for (Api side : List.of(parties.shipper(), parties.carrier())) {
            assertEquals(
                    "bookings/loaded",
                    side.post(path(booking, "cancel"), REASON).expect(409).at("/type"));
        }
        parties.shipper()
                .post("/loads/" + booking.get("loadId").asText() + "/cancel", REASON)
                .expect(409);
        assertEquals("IN_TRANSIT", status(booking));
    }

    @Test
    void dispatchedBookingCancelledBeforeLoadingLetsTheTruckGo() {
        JsonNode booking = booked();
        String trip = booking.get("tripId").asText();
        parties.assign(trip);
        parties.carrier().post(path(booking, "dispatch"), Map.of()).expect(200);
        parties.carrier().post(path(booking, "cancel"), REASON).expect(200);
        parties.carrier().post(path(booking, "cancel"), REASON).expect(409, "bookings/over");
        assertEquals(
                "CANCELLED", parties.carrier().get("/trips/" + trip).expect(200).at("/status"));
        assertEquals("0.00", escrowed());
    }

    @Test
    void postedTripStandsDownWhenItsOnlyDispatchedBookingIsCalledOff() {
        String trip = parties.postTrip();
        JsonNode booking = bookedOn(trip);
        parties.assign(trip);
        parties.carrier().post(path(booking, "dispatch"), Map.of()).expect(200);
        parties.carrier().post(path(booking, "cancel"), REASON).expect(200);
        assertEquals(
                "PLANNED", parties.carrier().get("/trips/" + trip).expect(200).at("/status"));
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM events.event WHERE type = 'trip.stood-down' AND aggregate_id = '"
                        + trip + "'"));
        parties.assign(trip);
    }

    @Test
    void buyerNoLongerSeesWhoWouldHaveDrivenACancelledBooking() {
        JsonNode booking = booked();
        String own = "/bookings/" + booking.get("id").asText();
        parties.assign(booking.get("tripId").asText());
        assertTrue(parties.shipper().get(own).expect(200).body().toString().contains("Dee Driver"));
        parties.carrier().post(path(booking, "cancel"), REASON).expect(200);
        assertFalse(parties.shipper().get(own).expect(200).body().toString().contains("Dee Driver"));
        assertTrue(parties.carrier().get(own).expect(200).body().toString().contains("Dee Driver"));
    }

    @Test
    void driverOrVehicleOnAnotherTripAtThatTimeIsNamed() {
        parties.assign(parties.postTrip());
        String trip = parties.postTrip();
        assertEquals("trips/driver-taken", parties.tryToAssign(trip).expect(409).at("/type"));
        String other = parties.carrier()
                .post("/drivers", Map.of("name", "Other Driver"))
                .expect(201)
                .at("/id");
        assertEquals(
                "trips/vehicle-taken",
                parties.carrier()
                        .post("/trips/" + trip + "/assign", Map.of("driverId", other, "vehicleId", parties.vehicleId()))
                        .expect(409)
                        .at("/type"));
    }

    @Test
    void counterOnALoadThatLeftTheMarketIsToldSo() {
        Map<String, Object> bids = new HashMap<>(parties.load("1000"));
        bids.remove("price");
        bids.put("bids", Map.of("currency", "USD"));
        String load = parties.shipper().post("/loads", bids).expect(201).at("/id");
        Map<String, Object> offered = Map.of("loadId", load, "price", Parties.dollars("900"));
        String offer = parties.carrier().post("/offers", offered).expect(201).at("/id");
        Map<String, Object> price = Map.of("price", Parties.dollars("800"));
        String counter = parties.shipper()
                .post("/offers/" + offer + "/counter", price)
                .expect(201)
                .at("/id");
        parties.shipper().post("/loads/" + load + "/cancel", REASON).expect(200);
        assertEquals(
                "loads/not-open",
                parties.carrier()
                        .post("/offers/" + counter + "/counter", price)
                        .expect(409)
                        .at("/type"));
    }

    @Test
    void driverOrVehicleThatLeftTheFleetIsNotDispatched() {
        for (String resource : List.of("/drivers/" + parties.driverId(), "/vehicles/" + parties.vehicleId())) {
            JsonNode booking = booked();
            parties.assign(booking.get("tripId").asText());
            parties.carrier().patch(resource, Map.of("active", false)).expect(200);
            assertEquals(
                    resource.startsWith("/drivers") ? "trips/driver-inactive" : "trips/vehicle-inactive",
                    parties.carrier()
                            .post(path(booking, "dispatch"), Map.of())
                            .expect(409)
                            .at("/type"));
            assertEquals("CONFIRMED", status(booking));
            parties.carrier().patch(resource, Map.of("active", true)).expect(200);
            parties.carrier().post(path(booking, "cancel"), REASON).expect(200);
        }
    }

    /** What is shown of an aggregate includes rows below it, so they move its ETag too. */
    @Test
    void staleCopyIsRefusedAlsoWhenOnlyRowsBelowChanged() {
        parties.topUp("1000");
        String load = parties.postLoad("1000");
        Answer before = parties.shipper().get("/loads/" + load).expect(200);
        parties.shipper().put("/loads/" + load, parties.load("1000")).expect(200);
        stale(parties.shipper(), "/loads/" + load + "/cancel", before);

        String trip = parties.postTrip();
        before = parties.carrier().get("/trips/" + trip).expect(200);
        JsonNode booking =
                parties.accept(parties.offer(load, trip)).expect(200).body().get("booking");
        stale(parties.carrier(), "/trips/" + trip + "/cancel", before);

        parties.assign(trip);
        parties.carrier().post(path(booking, "dispatch"), Map.of()).expect(200);
        before =
                parties.carrier().get("/bookings/" + booking.get("id").asText()).expect(200);
        byHand(booking, "arrive", 0);
        stale(parties.carrier(), path(booking, "cancel"), before);
    }

    private static void stale(Api who, String path, Answer before) {
        String tag = before.header("ETag");
        who.post(path, REASON, "If-Match", tag).expect(412);
    }

    @Test
    void arrivalByHandNeedsAReason() {
        JsonNode booking = booked();
        parties.assign(booking.get("tripId").asText());
        parties.carrier().post(path(booking, "dispatch"), Map.of()).expect(200);
        assertEquals(
                "/reason",
                parties.carrier()
                        .post(path(booking, "arrive"), Map.of("stop", 0))
                        .expect(422)
                        .at("/errors/0/pointer"));
    }

    private JsonNode booked() {
        if (available().equals("0.00")) {
            parties.topUp("1000");
        }
        return parties.book("1000");
    }

    private JsonNode bookedOn(String trip) {
        parties.topUp("1000");
        return parties.accept(parties.offer(parties.postLoad("1000"), trip))
                .expect(200)
                .body()
                .get("booking");
    }

    private void byHand(JsonNode booking, String verb, int stop) {
        parties.carrier()
                .post(path(booking, verb), Map.of("stop", stop, "reason", "no signal"))
                .expect(200);
    }

    private String status(JsonNode booking) {
        return parties.shipper()
                .get("/bookings/" + booking.get("id").asText())
                .expect(200)
                .at("/status");
    }

    private String remaining(String trip) {
        return parties.carrier().get("/trips/" + trip).expect(200).at("/segments/0/remaining/weightKilograms");
    }

    private static String whole(String number) {
        return new java.math.BigDecimal(number).toBigInteger().toString();
    }

    private String escrowed() {
        return balance("escrowed");
    }

    private String available() {
        return balance("available");
    }

    private String balance(String which) {
        JsonNode balance = parties.shipper().get("/wallet").expect(200).body().at("/balances/0/" + which + "/amount");
        return balance.asText("0.00").isEmpty() ? "0.00" : balance.asText("0.00");
    }

    private static String path(JsonNode booking, String verb) {
        return "/bookings/" + booking.get("id").asText() + "/" + verb;
    }
}
