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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What waits for whom, by the rules of each feature; however much there is of it, the most urgent is told. */
@SystemTest
class HomeIT {

    private static final int MORE = 150;

    @Test
    void whoHasNothingYetIsToldWhatOneBeginsWith() {
        assertEquals(Set.of("loads.first-money", "loads.first"), kinds(People.shipper()));
        assertEquals(Set.of("fleet.first-vehicle", "fleet.first-driver", "trips.first"), kinds(People.carrier()));
    }

    @Test
    void theMostUrgentOfManyIsToldFirstAndHowManyThereAre() {
        Haul haul = new Haul();
        Sql.run(Rows.moreBookings(haul.bookingId, MORE));
        JsonNode home = home(haul.carrier);
        List<JsonNode> toDispatch = tasks(home, "bookings.dispatch");
        assertEquals(50, toDispatch.size());
        assertEquals(
                haul.bookingId.toString(), toDispatch.get(0).at("/subject/id").asText());
        assertEquals(MORE + 1, total(home, "bookings.dispatch"));
        assertEquals("America/Chicago", toDispatch.get(0).path("zone").asText());
        assertInOrder(home);
        assertFalse(kinds(People.carrier()).contains("bookings.dispatch"));
    }

    @Test
    void asManyStatementsForManyAsForFew() {
        Haul haul = new Haul();
        home(haul.carrier);
        double few = statements(haul.carrier);
        Sql.run(Rows.moreBookings(haul.bookingId, MORE));
        assertEquals(few, statements(haul.carrier));
        assertTrue(few <= 25, () -> few + " statements");
    }

    @Test
    void whoDrivesIsToldOfTheOwnTripsAndOfNoMoney() {
        Haul haul = new Haul();
        UUID other = Rest.post("/api/drivers", object("name", "Odd Driver"), haul.carrier)
                .expect(201)
                .id();
        assertEquals(Set.of(), kinds(People.driver(haul.carrier, other)));
        JsonNode home = home(haul.driver);
        assertEquals(Set.of("bookings.dispatch"), kinds(haul.driver));
        home.path("tasks").forEach(task -> assertTrue(task.path("amount").isNull()));
        assertFalse(home.toString().contains("900.00"));
    }

    @Test
    void aBookingWaitsForOneThingAfterTheOther() {
        Parties parties = new Parties();
        parties.topUp("5000");
        JsonNode booking = parties.book("900");
        String id = booking.path("id").asText();
        Person shipper = parties.shipper().person();
        Person carrier = parties.carrier().person();
        assertEquals("bookings.assign", kindOf(id, carrier));
        assertEquals(
                booking.path("tripId").asText(),
                task(id, carrier).at("/within/id").asText());
        assertEquals(null, kindOf(id, shipper));
        parties.tryToAssign(booking.path("tripId").asText()).expect(200);
        assertEquals("bookings.dispatch", kindOf(id, carrier));
        Rest.post("/api/bookings/" + id + "/dispatch", object(), carrier).expect(200);
        assertEquals(null, kindOf(id, carrier));
        Sql.run(
                "UPDATE bookings.stop SET window_start = now() - interval '2 hours', window_end = now() - interval '1 hour' WHERE booking_id = '"
                        + id + "' AND sequence = 0");
        for (Person party : List.of(shipper, carrier)) {
            assertEquals("bookings.late", kindOf(id, party));
            assertEquals("Chicago", task(id, party).path("place").asText());
        }
        parties.finish(booking);
        assertEquals(null, kindOf(id, carrier));
        JsonNode proof = task(id, shipper);
        assertEquals("bookings.accept-proof", proof.path("kind").asText());
        assertTrue(Instant.parse(proof.path("deadline").asText()).isAfter(Instant.now()));
        assertFalse(proof.path("counterpart").asText().isEmpty());
    }

    @Test
    void anOpenLoadWaitsForATripUntilAnOfferIsThereToAnswer() {
        Parties parties = new Parties();
        Person shipper = parties.shipper().person();
        Map<String, Object> draft = new java.util.HashMap<>(parties.load("900"));
        draft.put("draft", true);
        UUID drafted = Rest.post("/api/loads", draft, shipper).expect(201).id();
        assertEquals("loads.finish-draft", kindOf(drafted.toString(), shipper));
        String load = parties.postLoad("900");
        assertEquals("loads.uncovered", kindOf(load, shipper));
        String offer = parties.offer(load);
        assertEquals(null, kindOf(load, shipper));
        JsonNode answer = task(offer, shipper);
        assertEquals("deals.answer-offer", answer.path("kind").asText());
        assertEquals("900.00", answer.at("/amount/amount").asText());
        assertEquals(load, answer.at("/within/id").asText());
        assertEquals(null, kindOf(offer, parties.carrier().person()));
    }

    @Test
    void theNearestOfManyOffersIsThere() {
        Parties parties = new Parties();
        Person shipper = parties.shipper().person();
        String offer = parties.offer(parties.postLoad("900"));
        Sql.run(
                Rows.moreOffersOfOthers(offer, MORE),
                "UPDATE deals.offer SET expires_at = now() + interval '1 hour' WHERE id = '" + offer + "'");
        JsonNode home = home(shipper);
        assertEquals(offer, home.at("/tasks/0/subject/id").asText());
        assertEquals(50, tasks(home, "deals.answer-offer").size());
        assertEquals(MORE + 1, total(home, "deals.answer-offer"));
        Sql.run("UPDATE deals.offer SET unfunded_at = now() WHERE buyer_organisation_id = '" + shipper.organisationId()
                + "'");
        JsonNode unfunded = home(shipper);
        assertEquals(offer, unfunded.at("/tasks/0/subject/id").asText());
        assertEquals(50, tasks(unfunded, "deals.fund-received").size());
        assertEquals(MORE + 1, total(unfunded, "deals.fund-received"));
    }

    /** The shipper offered what its wallet does not cover, and the carrier wanted to accept. */
    @Test
    void moneyThatIsWantingIsTheBuyersToAddAndThenTheSellersToTryAgain() {
        Parties parties = new Parties();
        parties.topUp("300");
        Person shipper = parties.shipper().person();
        Person carrier = parties.carrier().person();
        String offer = parties.shipper()
                .post("/offers", Map.of("loadId", parties.postLoad("1200"), "tripId", parties.postTrip()))
                .expect(201)
                .at("/id");
        assertEquals("deals.answer-offer", kindOf(offer, carrier));
        parties.carrier().post("/offers/" + offer + "/accept", Map.of()).expect(409);
        JsonNode fund = task(offer, shipper);
        assertEquals("deals.fund-made", fund.path("kind").asText());
        assertEquals("900.00", fund.at("/amount/amount").asText());
        assertEquals("deals.answer-offer", kindOf(offer, carrier), "it may decline or counter it");
        parties.topUp("900");
        assertEquals(null, kindOf(offer, shipper));
        assertEquals("deals.accept-again", kindOf(offer, carrier));
        assertTrue(task(offer, carrier).path("amount").isNull());
    }

    /** The carrier offered, and the shipper could not accept. */
    @Test
    void anOfferThatTheOwnWalletDoesNotCoverIsToBeFundedAndThenAnswered() {
        Parties parties = new Parties();
        Person shipper = parties.shipper().person();
        String offer = parties.offer(parties.postLoad("1200"));
        parties.accept(offer).expect(409);
        assertEquals("deals.fund-received", kindOf(offer, shipper));
        assertEquals("1200.00", task(offer, shipper).at("/amount/amount").asText());
        assertEquals(null, kindOf(offer, parties.carrier().person()));
        parties.topUp("1200");
        assertEquals("deals.answer-offer", kindOf(offer, shipper));
    }

    @Test
    void aContestWaitsForWhoCanActOnItAndIsUnderWayForEverybodyElse() {
        ListWorld world = new ListWorld();
        world.bookings.add(world.book(null));
        String contest = world.contests(1).toString();
        Person colleague = People.member(world.carrier, "AUDITOR");
        Sql.run("UPDATE disputes.contest SET status = 'AWAITING_ANSWER', queued_at = NULL WHERE id = '" + contest
                + "'");
        assertContest(contest, world.shipper, "disputes.answer-awaited", "OTHERS");
        assertContest(contest, world.carrier, "disputes.answer", "YOURS");
        assertContest(contest, colleague, "disputes.answer-of-own", "OTHERS");
        assertFalse(task(contest, world.carrier).path("deadline").isNull());
        Sql.run("UPDATE disputes.contest SET status = 'AWAITING_DECISION', queued_at = '2000-01-01' WHERE id = '"
                + contest + "'");
        for (Person party : List.of(world.shipper, world.carrier, colleague)) {
            assertContest(contest, party, "disputes.decision-awaited", "OTHERS");
            assertTrue(task(contest, party).path("deadline").isNull());
        }
        JsonNode administrators = home(People.admin());
        assertEquals(1, tasks(administrators, "disputes.decide").size());
        assertTrue(total(administrators, "disputes.decide") >= 1);
    }

    private static void assertContest(String id, Person as, String kind, String turn) {
        JsonNode task = task(id, as);
        assertEquals(kind, task.path("kind").asText());
        assertEquals(turn, task.path("turn").asText());
        assertEquals("B-LISTED", task.at("/within/reference").asText());
    }

    private static void assertInOrder(JsonNode home) {
        List<String> deadlines = new ArrayList<>();
        home.path("tasks").forEach(task -> {
            if (!task.path("deadline").isNull()) {
                deadlines.add(task.path("deadline").asText());
            }
        });
        assertEquals(
                deadlines.stream().map(Instant::parse).sorted().toList(),
                deadlines.stream().map(Instant::parse).toList());
    }

    private static JsonNode home(Person as) {
        return Rest.get("/api/home", as).expect(200).body();
    }

    private static Set<String> kinds(Person as) {
        return stream(home(as).path("tasks")).stream()
                .map(task -> task.path("kind").asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> tasks(JsonNode home, String kind) {
        return stream(home.path("tasks")).stream()
                .filter(task -> task.path("kind").asText().equals(kind))
                .toList();
    }

    private static long total(JsonNode home, String kind) {
        return stream(home.path("totals")).stream()
                .filter(total -> total.path("kind").asText().equals(kind))
                .findFirst()
                .map(total -> total.path("number").asLong())
                .orElse(0L);
    }

    /** Null for none. */
    private static JsonNode task(String subject, Person as) {
        List<JsonNode> about = stream(home(as).path("tasks")).stream()
                .filter(task -> task.at("/subject/id").asText().equals(subject))
                .toList();
        assertTrue(about.size() <= 1, () -> "one task a thing: " + about);
        return about.isEmpty() ? null : about.get(0);
    }

    private static String kindOf(String subject, Person as) {
        JsonNode task = task(subject, as);
        return task == null ? null : task.path("kind").asText();
    }

    private static List<JsonNode> stream(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static double statements(Person as) {
        double before = ListsIT.counted("GET /api/home");
        home(as);
        return ListsIT.counted("GET /api/home") - before;
    }
}
