package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody sells carriage without a vehicle and buys it from a carrier: two agreements about one leg, each known to its own two sides. */
@SystemTest
class BrokerIT {

    private static final int MANY = 50;
    private static final byte[] PDF = "%PDF-1.4 proof".getBytes(StandardCharsets.US_ASCII);

    private static Parties parties;
    private static Api shipper;
    private static Api carrier;
    private static Api broker;
    private String load;
    private String sold;
    private Map<Api, BigDecimal> had;

    @BeforeAll
    static void three() {
        parties = new Parties();
        shipper = parties.shipper();
        carrier = parties.carrier();
        broker = Api.register("BROKER");
        parties.topUp("50000");
        broker.post("/wallet/top-ups", Map.of("amount", Parties.dollars("50000")))
                .expect(201);
    }

    @BeforeEach
    void brokerSells() {
        had = Map.of(shipper, available(shipper), broker, available(broker), carrier, available(carrier));
        load = shipper.post("/loads", parties.addressed("1000")).expect(201).at("/id");
        Answer offer = broker.post("/offers", Map.of("loadId", load)).expect(201);
        assertEquals("true", offer.at("/brokered"));
        sold = parties.accept(offer.at("/id")).expect(200).at("/booking/id");
    }

    @Test
    void aCarrierDrivesAndEachIsPaidByTheOwnBuyer() throws Exception {
        JsonNode before = broker.get("/bookings/" + sold).expect(200).body();
        assertTrue(before.path("tripId").isNull());
        assertEquals(Set.of("cover", "cancel"), actions(before));
        broker.post("/bookings/" + sold + "/dispatch", Map.of()).expect(403);
        assertEquals("COVERED", shipper.get("/loads/" + load).at("/status"));
        JsonNode looking = carrier.get("/loads/" + load).expect(200).body();
        assertTrue(looking.at("/stops/0/address").isNull());
        assertTrue(looking.path("price").isNull(), "what the broker sold for is not the carrier's to know");
        nothingNamesTheShipper(looking);

        String trip = parties.postTrip();
        assertTrue(fitting().contains(trip), "the market's trips are matched for what was sold");
        String offer = offer(trip, "800");
        assertTrue(carrier.get("/offers/" + offer)
                .expect(200)
                .body()
                .path("bookingId")
                .isNull());
        Answer accepted = carrier.post("/offers/" + offer + "/accept", Map.of()).expect(200);
        String carried = accepted.at("/booking/id");
        assertEquals(new BigDecimal("-800.00"), change(broker));
        JsonNode covered = broker.get("/bookings/" + sold).body();
        assertEquals(carried, covered.path("carryingBookingId").asText());
        assertFalse(actions(covered).contains("cover"));
        assertEquals(
                sold,
                broker.get("/bookings/" + carried)
                        .body()
                        .path("upstreamBookingId")
                        .asText());
        cover(parties.postTrip(), "790").expect(409, "bookings/covered");
        everybodyKnowsTheOwnAgreementOnly(carried);

        Person driver = People.driver(carrier.person(), UUID.fromString(parties.driverId()));
        parties.assign(trip);
        String road = "/bookings/" + carried;
        Instant setOut = Instant.now().minus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        carrier.post(road + "/dispatch", Map.of("occurredAt", setOut.toString()))
                .expect(200);
        assertEquals("DISPATCHED", shipper.get("/bookings/" + sold).at("/status"));
        shipperSaysWhereThePickupIs(road);
        try (Channel page = Channel.of(shipper.person())) {
            page.say(Map.of("subscribe", "booking", "id", sold));
            page.await("subscribed");
            Rest.post("/api/tracking/positions", Map.of("positions", atPickup(setOut)), driver)
                    .expect(200);
            JsonNode shown = page.await("position");
            assertEquals(sold, shown.path("bookingId").asText());
            assertFalse(shown.has("tripId"), "who drives is the broker's to know");
        }
        assertEquals("AT_PICKUP", shipper.get("/bookings/" + sold).at("/status"));
        assertEquals("FENCE", shipper.get("/bookings/" + sold).at("/stops/0/arrivalSource"));
        assertEquals(
                3,
                shipper.get("/bookings/" + sold + "/positions")
                        .expect(200)
                        .body()
                        .path("items")
                        .size());
        shipper.get(road + "/positions").expect(404);
        UUID proof = Upload.file(PDF, "proof.pdf", null, driver).expect(201).id();
        carrier.post(road + "/arrive", Map.of("reason", "by hand")).expect(200);
        carrier.post(road + "/deliver", Map.of("receivedBy", "Bo", "documentId", proof))
                .expect(200);
        JsonNode delivered = shipper.get("/bookings/" + sold).expect(200).body();
        assertEquals("DELIVERED", delivered.path("status").asText());
        assertEquals("Bo", delivered.at("/proof/receivedBy").asText());
        JsonNode driven = carrier.get(road).body();
        assertEquals(driven.at("/stops/1/arrivedAt"), delivered.at("/stops/1/arrivedAt"));
        assertEquals("DELIVERED", shipper.get("/loads/" + load).at("/status"));
        shipper.get("/documents/" + proof).expect(200);
        broker.get("/documents/" + proof).expect(200);
        Api.register("SHIPPER").get("/documents/" + proof).expect(404);
        Upload.file(PDF, "x.pdf", carried, shipper.person()).expect(404);

        for (String told :
                List.of("/bookings/" + sold + "/timeline?limit=100", "/bookings/" + sold, "/loads/" + load)) {
            String read = shipper.get(told).expect(200).body().toString();
            assertFalse(read.contains(carrier.organisationId().toString()), told);
            assertFalse(read.contains(trip), told);
        }
        broker.post(road + "/accept-proof", Map.of()).expect(200);
        assertEquals("DELIVERED", shipper.get("/loads/" + load).at("/status"));
        shipper.post("/bookings/" + sold + "/accept-proof", Map.of()).expect(200);
        assertEquals("SETTLED", shipper.get("/loads/" + load).at("/status"));
        assertEquals(new BigDecimal("776.00"), change(carrier));
        assertEquals(new BigDecimal("170.00"), change(broker));
        assertEquals(new BigDecimal("-1000.00"), change(shipper));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    private void everybodyKnowsTheOwnAgreementOnly(String carried) {
        shipper.get("/bookings/" + carried).expect(404);
        carrier.get("/bookings/" + sold).expect(404);
        JsonNode shippers = shipper.get("/bookings/" + sold).expect(200).body();
        assertTrue(shippers.path("carryingBookingId").isNull());
        JsonNode carriers = carrier.get("/bookings/" + carried).expect(200).body();
        assertTrue(carriers.path("upstreamBookingId").isNull());
        assertTrue(carriers.path("forAnother").asBoolean(), "somebody behind the broker sees the road too");
        assertFalse(shippers.path("forAnother").asBoolean());
        assertEquals("800.00", carriers.at("/price/amount").asText());
        JsonNode seen = carrier.get("/loads/" + load).expect(200).body();
        assertFalse(seen.at("/stops/0/address").isNull(), "who carries it knows where");
        assertTrue(seen.at("/legs/0/bookingId").isNull(), "but not what was agreed with the broker");
        assertTrue(seen.path("price").isNull(), "nor for how much");
        for (String read : List.of(
                "/loads/" + load,
                "/bookings/" + carried,
                "/bookings/" + carried + "/timeline?limit=100",
                "/bookings/" + carried + "/tellings")) {
            nothingNamesTheShipper(carrier.get(read).expect(200).body());
        }
        assertEquals("1000.00", broker.get("/loads/" + load).at("/price/amount"));
        Api stranger = Api.register("BROKER");
        stranger.get("/loads/" + load).expect(404);
        stranger.get("/bookings/" + carried).expect(404);
        stranger.post("/offers", covering(parties.postTrip(), "700")).expect(404);
        String timeline = carrier.get("/bookings/" + carried + "/timeline?limit=100")
                .expect(200)
                .body()
                .toString();
        assertFalse(timeline.contains("1000.00"), "nor its price");
        assertFalse(
                shipper.get("/bookings/" + sold + "/timeline?limit=100")
                        .expect(200)
                        .body()
                        .toString()
                        .contains("800.00"),
                "nor does the shipper learn the carrier's");
    }

    /** Whose load it is is the broker's to know: by its id what else it posts on the market names it. */
    private static void nothingNamesTheShipper(JsonNode answer) {
        String read = answer.toString();
        assertFalse(read.contains(shipper.organisationId().toString()), read);
        assertFalse(read.contains(shipper.person().personId().toString()), read);
    }

    @Test
    void theCarrierStepsBackAndTheBrokerFindsAnother() {
        String trip = parties.postTrip();
        String carried = carry(trip, "800");
        carrier.post("/bookings/" + carried + "/cancel", Map.of("reason", "breakdown"))
                .expect(200);
        carrier.post("/bookings/" + carried + "/cancel", Map.of("reason", "breakdown"))
                .expect(409, "bookings/over");
        assertEquals("CONFIRMED", shipper.get("/bookings/" + sold).at("/status"));
        assertEquals("COVERED", shipper.get("/loads/" + load).at("/status"));
        assertEquals(0, change(broker).signum());
        assertEquals(0, Sql.number("SELECT count(*) FROM trips.reservation WHERE trip_id = '" + trip + "'"));
        assertTrue(actions(broker.get("/bookings/" + sold).body()).contains("cover"));
        String again = carry(trip, "820");
        broker.post("/bookings/" + again + "/cancel", Map.of("reason", "too dear"))
                .expect(200);
        assertEquals("CONFIRMED", shipper.get("/bookings/" + sold).at("/status"));
    }

    @Test
    void theNextCarriersDispatchTakesThePlaceOfTheFirst() {
        Parties others = new Parties();
        String trip = others.postTrip();
        others.assign(trip);
        Map<String, String> breakdown = Map.of("reason", "breakdown");
        String gone = dispatched(others.carrier(), trip, 10);
        others.carrier().post("/bookings/" + gone + "/cancel", breakdown).expect(200);
        String next = dispatched(others.carrier(), trip, 20);
        JsonNode driven = others.carrier().get("/bookings/" + next).expect(200).body();
        JsonNode seen = shipper.get("/bookings/" + sold).expect(200).body();
        assertEquals(driven.path("dispatchedAt"), seen.path("dispatchedAt"));
        others.carrier().post("/bookings/" + next + "/cancel", breakdown).expect(200);
        assertTrue(actions(broker.get("/bookings/" + sold).body()).contains("cover"));
        String over = " = now() - interval '1 minute' WHERE ";
        Sql.run("UPDATE bookings.stop SET window_start = now() - interval '1 hour', window_end" + over
                + "kind = 'DELIVERY' AND booking_id = '" + sold + "'");
        Sql.run("UPDATE loads.leg SET expires_at" + over + "load_id = '" + load + "'");
        assertFalse(actions(broker.get("/bookings/" + sold).body()).contains("cover"));
        cover(trip, "800").expect(409, "offers/too-late");
    }

    /** @return the carrier's booking */
    private String dispatched(Api by, String trip, int minutesAgo) {
        String carried = by.post("/offers/" + offer(trip, "800") + "/accept", Map.of())
                .expect(200)
                .at("/booking/id");
        Instant at = Instant.now().minus(minutesAgo, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        by.post("/bookings/" + carried + "/dispatch", Map.of("occurredAt", at.toString()))
                .expect(200);
        return carried;
    }

    @Test
    void theBrokersBookingSaysWhichLegIsToBeCarried() {
        JsonNode legs = shipper.post("/loads", parties.inTwoLegs()).expect(201).body();
        load = legs.path("id").asText();
        String second = legs.at("/legs/1/id").asText();
        String offer = broker.post("/offers", Map.of("loadId", load, "legId", second, "price", Parties.dollars("900")))
                .expect(201)
                .at("/id");
        sold = parties.accept(offer).expect(200).at("/booking/id");
        assertEquals(second, cover(parties.postTrip(), "800").expect(201).at("/legId"));
        sold = UUID.randomUUID().toString();
        assertEquals("/bookingId", cover(parties.postTrip(), "800").expect(422).at("/errors/0/pointer"));
    }

    @Test
    void whenTheBrokersBookingIsCalledOffSoIsTheCarriers() {
        String trip = parties.postTrip();
        String carried = carry(trip, "800");
        shipper.post("/bookings/" + sold + "/cancel", Map.of("reason", "nothing to carry"))
                .expect(200);
        JsonNode cancelled = carrier.get("/bookings/" + carried).expect(200).body();
        assertEquals("CANCELLED", cancelled.path("status").asText());
        assertFalse(
                cancelled.path("cancelReason").asText().contains("nothing to carry"),
                "the shipper spoke to the broker");
        assertFalse(
                carrier.get("/bookings/" + carried + "/timeline?limit=100")
                        .body()
                        .toString()
                        .contains(shipper.person().personId().toString()),
                "and not to the carrier");
        assertEquals("OPEN", shipper.get("/loads/" + load).at("/status"));
        assertEquals(0, change(shipper).signum());
        assertEquals(0, change(broker).signum());
        assertEquals(0, Sql.number("SELECT count(*) FROM trips.reservation WHERE trip_id = '" + trip + "'"));
    }

    @Test
    void cancellingTheLoadCallsOffBothAndOpenOffersClose() {
        String carried = carry(parties.postTrip(), "800");
        shipper.post("/loads/" + load + "/cancel", Map.of("reason", "nothing to carry"))
                .expect(200);
        assertEquals("CANCELLED", carrier.get("/bookings/" + carried).at("/status"));
        assertEquals("CANCELLED", broker.get("/bookings/" + sold).at("/status"));

        brokerSells();
        String offer = offer(parties.postTrip(), "800");
        broker.post("/bookings/" + sold + "/cancel", Map.of("reason", "found nobody"))
                .expect(200);
        assertEquals("CLOSED", carrier.get("/offers/" + offer).at("/status"));
        carrier.post("/offers/" + offer + "/accept", Map.of()).expect(409);
    }

    @Test
    void aCarrierMayCounterAndOneOfTwoOffersIsAcceptedByFiftyAtOnce() {
        String countered = offer(parties.postTrip(), "500");
        for (Api side : List.of(broker, carrier)) {
            assertFalse(
                    side.get("/offers/" + countered)
                            .expect(200)
                            .body()
                            .at("/leg/fixedPrice")
                            .asBoolean(true),
                    "a broker buys at another price than the load's");
        }
        String counter = carrier.post("/offers/" + countered + "/counter", Map.of("price", Parties.dollars("810")))
                .expect(201)
                .at("/id");
        assertEquals("OPEN", broker.get("/offers/" + counter).expect(200).at("/status"));
        broker.post("/offers/" + counter + "/decline", Map.of()).expect(200);
        List<String> offers = List.of(offer(parties.postTrip(), "80"), offer(parties.postTrip(), "80"));
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String offer = offers.get(i % 2);
            calls.add(() -> Eventually.get(
                    () -> carrier.post("/offers/" + offer + "/accept", Map.of()),
                    answer -> answer.status() != 503 && !answer.at("/type").equals("request/changed-meanwhile")));
        }
        List<Answer> answers = AtOnce.all(calls);
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count());
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200 || answer.status() == 409));
        assertEquals(new BigDecimal("-80.00"), change(broker));
        assertEquals(1, Sql.number("SELECT count(*) FROM bookings.booking WHERE upstream_booking_id = '" + sold + "'"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    @Test
    void whatIsNotToBeSoldOnIsRefused() {
        Map<String, Object> others = covering(parties.postTrip(), "800");
        others.put("bookingId", UUID.randomUUID());
        assertEquals("/bookingId", broker.post("/offers", others).expect(422).at("/errors/0/pointer"));
        Map<String, Object> unnamed = covering(null, "800");
        assertEquals("/tripId", broker.post("/offers", unnamed).expect(422).at("/errors/0/pointer"));
        carrier.post("/offers", covering(parties.postTrip(), "800")).expect(404);
        whoBoughtTheCarriageDoesNotCarryItForTheBroker();
        String another = shipper.post("/loads", parties.load("100")).expect(201).at("/id");
        carrier.post("/offers", Map.of("loadId", another, "brokered", true)).expect(403);
        Api both = Api.register("BROKER");
        assertEquals(
                "/brokered",
                both.post("/offers", Map.of("loadId", another, "brokered", true, "tripId", parties.postTrip()))
                        .expect(422)
                        .at("/errors/0/pointer"));
        aCarrierWhoHasItCarriedByAnotherDoesNotDriveIt(another);
        double few = statements("limit=1");
        for (int i = 0; i < 3; i++) {
            brokerSells();
            carry(parties.postTrip(), "10");
        }
        assertEquals(few, statements("limit=50"), "a broker's list asks no more for many than for one");
    }

    private void whoBoughtTheCarriageDoesNotCarryItForTheBroker() {
        shipper.post("/organisations/" + shipper.organisationId() + "/kinds", Map.of("kind", "CARRIER"))
                .expect(200);
        String own = Api.of(People.refreshed(shipper.person()))
                .post("/trips", parties.trip())
                .expect(201)
                .at("/id");
        assertEquals("/tripId", cover(own, "800").expect(422).at("/errors/0/pointer"));
        assertFalse(fitting().contains(own));
    }

    private Set<String> fitting() {
        Set<String> trips = new TreeSet<>();
        broker.get("/matches?limit=100&load=" + load)
                .expect(200)
                .body()
                .path("items")
                .forEach(match -> trips.add(match.at("/trip/id").asText()));
        return trips;
    }

    private void aCarrierWhoHasItCarriedByAnotherDoesNotDriveIt(String another) {
        Api driving = Api.register("CARRIER");
        driving.post("/organisations/" + driving.organisationId() + "/kinds", Map.of("kind", "BROKER"))
                .expect(200);
        Api both = Api.of(People.refreshed(driving.person()));
        String offer = both.post("/offers", Map.of("loadId", another, "brokered", true))
                .expect(201)
                .at("/id");
        String booking = parties.accept(offer).expect(200).at("/booking/id");
        String driver =
                both.post("/drivers", Map.of("name", "Dee Driver")).expect(201).at("/id");
        Rest.get("/api/bookings/" + booking, People.driver(both.person(), UUID.fromString(driver)))
                .expect(404);
        both.post("/bookings/" + booking + "/dispatch", Map.of()).expect(409, "bookings/without-vehicle");
        both.post("/bookings/" + booking + "/arrive", Map.of("reason", "by hand"))
                .expect(409, "bookings/without-vehicle");
    }

    private static BigDecimal available(Api side) {
        JsonNode balance = side.get("/wallet").expect(200).body().at("/balances/0/available/amount");
        return balance.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(balance.asText());
    }

    /** Since before the broker sold. */
    private BigDecimal change(Api side) {
        return available(side).subtract(had.get(side));
    }

    private double statements(String page) {
        broker.get("/bookings?" + page).expect(200);
        double before = counted();
        broker.get("/bookings?" + page).expect(200);
        return counted() - before;
    }

    private static double counted() {
        Matcher sum = Pattern.compile("lanerunner_http_statements_sum\\{call=\"GET /api/bookings\",?} (\\S+)")
                .matcher(Rest.measurements());
        assertTrue(sum.find());
        return Double.parseDouble(sum.group(1));
    }

    private Map<String, Object> covering(String trip, String dollars) {
        Map<String, Object> offer = new HashMap<>();
        offer.put("loadId", load);
        offer.put("bookingId", sold);
        offer.put("price", Parties.dollars(dollars));
        if (trip != null) {
            offer.put("tripId", trip);
        }
        return offer;
    }

    private Answer cover(String trip, String dollars) {
        return broker.post("/offers", covering(trip, dollars));
    }

    private String offer(String trip, String dollars) {
        return cover(trip, dollars).expect(201).at("/id");
    }

    /** @return the carrier's booking */
    private String carry(String trip, String dollars) {
        return carrier.post("/offers/" + offer(trip, dollars) + "/accept", Map.of())
                .expect(200)
                .at("/booking/id");
    }

    private static Set<String> actions(JsonNode booking) {
        Set<String> actions = new TreeSet<>();
        booking.path("actions").forEach(action -> actions.add(action.asText()));
        return actions;
    }

    /** To the broker, whose carrier's fence stands there then: by the broker's word, since who else buys there stays untold. */
    private void shipperSaysWhereThePickupIs(String road) {
        JsonNode city = shipper.get("/loads/" + load).body().at("/stops/0/place");
        carrier.post("/bookings/" + sold + "/pinpoint", pinpoint(city)).expect(404);
        shipper.post("/bookings/" + sold + "/pinpoint", pinpoint(city)).expect(200);
        JsonNode carriers = carrier.get(road).expect(200).body();
        assertEquals("POINT", carriers.at("/stops/0/precision").asText());
        assertEquals(
                pinpoint(city).get("longitude"),
                carriers.at("/stops/0/place/longitude").asDouble());
        String timeline = carrier.get(road + "/timeline").expect(200).body().toString();
        assertTrue(timeline.contains("booking.stop-pinpointed"), timeline);
        assertFalse(timeline.contains(shipper.person().organisationId().toString()), timeline);
    }

    private static Map<String, Object> pinpoint(JsonNode city) {
        return Map.of(
                "stop",
                0,
                "latitude",
                city.path("latitude").asDouble(),
                "longitude",
                city.path("longitude").asDouble() + 0.01);
    }

    /** Three fixes where it is picked up, a minute apart. */
    private List<Map<String, Object>> atPickup(Instant setOut) {
        JsonNode place = shipper.get("/loads/" + load).body().at("/stops/0/place");
        List<Map<String, Object>> fixes = new ArrayList<>();
        for (int minute = 1; minute <= 3; minute++) {
            fixes.add(Map.of(
                    "at",
                    setOut.plus(minute, ChronoUnit.MINUTES).toString(),
                    "latitude",
                    place.path("latitude").asDouble(),
                    "longitude",
                    place.path("longitude").asDouble() + 0.01,
                    "accuracyMeters",
                    5));
        }
        return fixes;
    }
}
