package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A load that two carriers carry one after the other: what is agreed, seen, told and undone of each leg alone, and what the load says meanwhile. */
@SystemTest
class LegsIT {

    private static final int MANY = 12;

    private final Parties parties = new Parties();
    private final Api shipper = parties.shipper();
    private final Api first = parties.carrier();

    @Test
    void twoCarriersCarryItAndEachIsPaid() {
        Parties others = new Parties();
        Api second = others.carrier();
        parties.topUp("1000");
        JsonNode load = post();
        String id = load.path("id").asText();
        second.post("/offers", Map.of("loadId", id, "price", Parties.dollars("300")))
                .expect(422);
        String closed = offer(second, load, 0, "290");
        JsonNode toSpringfield = accept(offer(first, load, 0, "300"));
        String stays = offer(second, load, 1, "400");
        JsonNode listed = second.get("/offers?load=" + id).expect(200).body();
        for (JsonNode each : listed.path("items")) {
            int sequence = each.path("id").asText().equals(stays) ? 1 : 0;
            assertEquals(sequence, each.path("legSequence").asInt(-1), "an offer says of which leg it is");
            assertEquals(2, each.path("legCount").asInt());
        }
        assertEquals("1", second.get("/offers/" + stays).at("/legSequence"));
        assertEquals("CLOSED", second.get("/offers/" + closed).at("/status"));
        assertEquals("OPEN", says(id));
        assertEquals(
                "loads/not-open",
                second.post("/offers", offerOn(load, 0, "300")).expect(409).at("/type"));
        JsonNode toSaintLouis = accept(stays);
        assertEquals("COVERED", says(id));

        JsonNode seen = second.get("/loads/" + id).expect(200).body();
        assertEquals(Set.of("3 Third Street", "4 Fourth Street"), addresses(seen));
        assertTrue(seen.at("/legs/0/bookingId").isNull(), "the other leg's booking is not theirs to know");
        assertEquals(
                toSaintLouis.path("id").asText(), seen.at("/legs/1/bookingId").asText());
        assertEquals(2, toSpringfield.path("stops").size());
        Api.register("CARRIER").get("/loads/" + id).expect(404);

        parties.deliver(toSpringfield);
        assertEquals("IN_TRANSIT", says(id));
        others.deliver(toSaintLouis);
        assertEquals("DELIVERED", says(id));
        for (JsonNode booking : List.of(toSpringfield, toSaintLouis)) {
            shipper.post("/bookings/" + booking.path("id").asText() + "/accept-proof", Map.of())
                    .expect(200);
        }
        assertEquals("SETTLED", says(id));
        assertEquals("291.00", first.get("/wallet").at("/balances/0/available/amount"));
        assertEquals("388.00", second.get("/wallet").at("/balances/0/available/amount"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    @Test
    void oneLegFallsThroughAndIsOpenAlone() {
        parties.topUp("1000");
        JsonNode load = post();
        String id = load.path("id").asText();
        JsonNode toSpringfield = accept(offer(first, load, 0, "300"));
        JsonNode toSaintLouis = accept(offer(first, load, 1, "400"));
        parties.deliver(toSpringfield);
        parties.cancel(toSaintLouis);
        JsonNode seen = shipper.get("/loads/" + id).body();
        assertEquals("OPEN", seen.path("status").asText());
        assertEquals("DELIVERED", seen.at("/legs/0/status").asText());
        assertEquals("OPEN", seen.at("/legs/1/status").asText());
        shipper.post("/loads/" + id + "/cancel", Map.of("reason", "too late")).expect(409, "bookings/loaded");
        shipper.put("/loads/" + id, parties.inTwoLegs()).expect(409, "loads/not-open");
        assertEquals("OPEN", says(id));
        JsonNode again = accept(offer(first, load, 1, "410"));
        assertEquals("IN_TRANSIT", says(id));
        cancelLeg(load, 0).expect(409, "bookings/loaded");
        JsonNode version = shipper.get("/loads/" + id).body().path("version");
        assertEquals("DELIVERED", cancelLeg(load, 1).expect(200).at("/status"));
        assertTrue(shipper.get("/loads/" + id).body().path("version").asInt() > version.asInt());
        assertEquals(
                "CANCELLED", first.get("/bookings/" + again.path("id").asText()).at("/status"));
        assertEquals("300.00", shipper.get("/wallet").at("/balances/0/escrowed/amount"));
    }

    @Test
    void aLegLeavesTheMarketByItselfAndItsOffersClose() {
        JsonNode load = post();
        String id = load.path("id").asText();
        String closed = offer(first, load, 1, "400");
        String stays = offer(first, load, 0, "300");
        assertEquals(
                "/legId",
                shipper.post("/loads/" + id + "/cancel", Map.of("reason", "own truck", "legId", id))
                        .expect(422)
                        .at("/errors/0/pointer"));
        assertEquals("CANCELLED", cancelLeg(load, 1).expect(200).at("/legs/1/status"));
        assertEquals("CLOSED", first.get("/offers/" + closed).at("/status"));
        assertEquals("OPEN", first.get("/offers/" + stays).at("/status"));
        assertTrue(!found("39.8,-89.64", id), "it has left the market");
        cancelLeg(load, 1).expect(409, "loads/not-possible");
        assertEquals("OPEN", says(id));
        assertEquals("CANCELLED", cancelLeg(load, 0).expect(200).at("/status"));
    }

    private Answer cancelLeg(JsonNode load, int sequence) {
        return shipper.post(
                "/loads/" + load.path("id").asText() + "/cancel",
                Map.of("reason", "own truck", "legId", leg(load, sequence)));
    }

    @Test
    void cancellingTheLoadCancelsEveryBookingOfIt() {
        parties.topUp("1000");
        JsonNode load = post();
        String id = load.path("id").asText();
        List<JsonNode> booked = List.of(accept(offer(first, load, 0, "300")), accept(offer(first, load, 1, "400")));
        shipper.put("/loads/" + id, parties.inTwoLegs()).expect(409, "loads/not-open");
        shipper.post("/loads/" + id + "/cancel", Map.of("reason", "nothing to carry"))
                .expect(200);
        for (JsonNode booking : booked) {
            assertEquals(
                    "CANCELLED",
                    first.get("/bookings/" + booking.path("id").asText()).at("/status"));
        }
        assertEquals("1000.00", shipper.get("/wallet").at("/balances/0/available/amount"));
        assertEquals("CANCELLED", shipper.get("/loads/" + id).at("/legs/1/status"));
    }

    @Test
    void anOpenLoadIsDividedAnew() {
        JsonNode load = post();
        String id = load.path("id").asText();
        String stays = offer(first, load, 0, "300");
        String gone = offer(first, load, 1, "400");
        JsonNode whole = shipper.put("/loads/" + id, inOneLeg()).expect(200).body();
        assertEquals(1, whole.path("legs").size());
        assertEquals(4, shipper.get("/loads/" + id).body().path("stops").size());
        for (String offer : List.of(stays, gone)) {
            assertEquals("CLOSED", first.get("/offers/" + offer).at("/status"));
            parties.accept(offer).expect(409);
        }
        assertEquals(
                "/legId",
                first.post("/offers", offerOn(load, 1, "400")).expect(422).at("/errors/0/pointer"));
        JsonNode again =
                shipper.put("/loads/" + id, parties.inTwoLegs()).expect(200).body();
        assertEquals(leg(load, 0), leg(again, 0), "what was told of it stays told of it");
        assertNotEquals(leg(load, 1), leg(again, 1));
        assertEquals(2, again.path("legs").size());
        assertEquals(
                "OPEN", first.get("/offers/" + offer(first, again, 1, "400")).at("/status"));
    }

    private Map<String, Object> inOneLeg() {
        Map<String, Object> whole = parties.inTwoLegs();
        whole.put("legs", List.of(Parties.leg(0, 3)));
        return whole;
    }

    /** In the market of another equipment than the other tests', whose loads would fill the page of matches. */
    @Test
    void theMarketFindsALoadByTheLegsThatAreOpen() {
        Map<String, Object> cooled = parties.inTwoLegs();
        cooled.put("equipment", "REEFER");
        JsonNode load = shipper.post("/loads", cooled).expect(201).body();
        String id = load.path("id").asText();
        assertTrue(found("41.85,-87.65", id), "near the first leg's pickup");
        assertTrue(found("39.8,-89.64", id), "near the second leg's pickup");
        Set<String> fitting = new TreeSet<>();
        Map<String, Object> cooling = new HashMap<>(parties.trip());
        cooling.put("equipment", "REEFER");
        String trip = first.post("/trips", cooling).expect(201).at("/id");
        first.get("/matches?limit=100&trip=" + trip)
                .expect(200)
                .body()
                .path("items")
                .forEach(match -> {
                    if (match.at("/load/id").asText().equals(id)) {
                        fitting.add(match.path("legId").asText());
                    }
                });
        assertEquals(Set.of(leg(load, 0)), fitting, "the trip begins too far from the second leg's pickup");
        parties.topUp("300");
        accept(offer(first, load, 0, "300"));
        assertTrue(!found("41.85,-87.65", id), "the first leg is taken");
        assertTrue(found("39.8,-89.64", id), "the second is not");
    }

    @Test
    void whatIsNoWayOfLegsIsRefused() {
        Map<String, Object> gap = parties.inTwoLegs();
        gap.put("legs", List.of(Parties.leg(0, 1), Parties.leg(3, 3)));
        refused("/legs/1/fromStop", gap);
        assertEquals(
                1,
                shipper.post("/loads", inOneLeg())
                        .expect(201)
                        .body()
                        .path("legs")
                        .size());
        Map<String, Object> priced = parties.inTwoLegs();
        priced.remove("bids");
        priced.put("price", Parties.dollars("700"));
        refused("/price", priced);
        double before = legsRefused();
        Map<String, Object> eleven = parties.inTwoLegs();
        eleven.put("legs", Collections.nCopies(11, Parties.leg(0, 1)));
        refused("/legs", eleven);
        assertEquals(1, legsRefused() - before);
        Map<String, Object> unknown = new HashMap<>(offerOn(post(), 0, "300"));
        unknown.put("legId", leg(post(), 0));
        assertEquals("/legId", first.post("/offers", unknown).expect(422).at("/errors/0/pointer"));
    }

    @Test
    void oneOfManyGetsALegAndTheOtherLegStaysOpen() {
        parties.topUp("50000");
        JsonNode load = post();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Map<String, Object> offer = new HashMap<>(offerOn(load, 0, "300"));
            offer.put("tripId", parties.postTrip());
            String made = first.post("/offers", offer).expect(201).at("/id");
            calls.add(() -> parties.acceptAmongMany(made));
        }
        List<Answer> answers = AtOnce.all(calls);
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count());
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200 || answer.status() == 409));
        String id = load.path("id").asText();
        assertEquals(1, Sql.number("SELECT count(*) FROM bookings.booking WHERE load_id = '" + id + "'"));
        assertEquals("OPEN", shipper.get("/loads/" + id).at("/legs/1/status"));
        assertEquals("300.00", shipper.get("/wallet").at("/balances/0/escrowed/amount"));
    }

    private JsonNode post() {
        return shipper.post("/loads", parties.inTwoLegs()).expect(201).body();
    }

    private void refused(String pointer, Map<String, Object> load) {
        assertEquals(pointer, shipper.post("/loads", load).expect(422).at("/errors/0/pointer"));
    }

    private static String leg(JsonNode load, int sequence) {
        return load.at("/legs/" + sequence + "/id").asText();
    }

    private static Map<String, Object> offerOn(JsonNode load, int leg, String dollars) {
        return Map.of("loadId", load.path("id").asText(), "legId", leg(load, leg), "price", Parties.dollars(dollars));
    }

    private static String offer(Api carrier, JsonNode load, int leg, String dollars) {
        return carrier.post("/offers", offerOn(load, leg, dollars)).expect(201).at("/id");
    }

    private JsonNode accept(String offer) {
        return parties.accept(offer).expect(200).body().path("booking");
    }

    private String says(String load) {
        return shipper.get("/loads/" + load).expect(200).at("/status");
    }

    private boolean found(String near, String id) {
        List<String> ids = new ArrayList<>();
        first.get("/loads?scope=market&limit=100&radiusMeters=30000&near=" + near)
                .expect(200)
                .body()
                .path("items")
                .forEach(load -> ids.add(load.path("id").asText()));
        return ids.contains(id);
    }

    private static Set<String> addresses(JsonNode load) {
        Set<String> known = new TreeSet<>();
        load.path("stops").forEach(stop -> {
            if (!stop.path("address").isNull()) {
                known.add(stop.path("address").asText());
            }
        });
        return known;
    }

    private static double legsRefused() {
        Matcher count = Pattern.compile("lanerunner_limit_reached_total\\{limit=\"legs\",?} (\\S+)")
                .matcher(Rest.measurements());
        assertTrue(count.find());
        return Double.parseDouble(count.group(1));
    }
}
