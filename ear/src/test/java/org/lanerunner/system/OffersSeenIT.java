package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What somebody knows before they agree: with whom, about what, and whether the money is there. */
@SystemTest
class OffersSeenIT {

    private static final int CLICKS = 10;

    private final Parties parties = new Parties();

    @Test
    void bothSidesSeeWithWhomTheyDealAndHowThatWent() {
        parties.topUp("5000");
        parties.carry(parties.book("100"));
        parties.cancel(parties.book("100"));
        parties.shipper()
                .post("/bookings/" + parties.book("100").path("id").asText() + "/cancel", Map.of("reason", "not ready"))
                .expect(200);

        String load = parties.postLoad("1000");
        JsonNode offer = body(parties.shipper().get("/offers/" + parties.offer(load, parties.postTrip())));
        JsonNode counterpart = offer.path("counterpart");
        assertEquals(
                parties.carrier().organisationId().toString(),
                counterpart.path("id").asText());
        assertFalse(counterpart.path("name").asText().isBlank());
        assertEquals("CARRIER", counterpart.at("/kinds/0").asText());
        assertFalse(counterpart.path("since").asText().isBlank());
        assertEquals(1, counterpart.path("done").asInt());
        assertEquals(1, counterpart.path("cancelled").asInt(), "of two that were called off it called off one");
        assertEquals("Chicago", offer.at("/leg/origin/name").asText());
        assertEquals("DRY_VAN", offer.at("/leg/equipment").asText());
        assertTrue(offer.at("/leg/distanceMeters").asLong() > 100_000);
        assertFalse(offer.at("/leg/pickup/start").asText().isBlank());
        assertTrue(offer.at("/leg/fixedPrice").asBoolean());
        String bid = parties.carrier()
                .post("/offers", Map.of("loadId", parties.postLoadForBids(), "price", Parties.dollars("900")))
                .expect(201)
                .at("/id");
        assertFalse(body(parties.shipper().get("/offers/" + bid))
                .at("/leg/fixedPrice")
                .asBoolean(true));
        assertEquals("Chicago", offer.at("/trip/origin/name").asText());
        assertEquals(18_000, offer.at("/trip/room/weightKilograms").asInt());
        parties.shipper()
                .post("/offers/" + offer.path("id").asText() + "/decline", Map.of())
                .expect(200);
        JsonNode over = body(parties.shipper().get("/offers/" + offer.path("id").asText()));
        assertEquals(18_000, over.at("/trip/capacity/weightKilograms").asInt());
        assertTrue(over.at("/trip/room").isNull(), "of an offer that has ended the room left is nobody's business");

        JsonNode market = body(parties.carrier().get("/loads/" + load));
        assertEquals(1, market.at("/poster/done").asInt());
        assertEquals(1, market.at("/poster/cancelled").asInt());
        assertTrue(body(parties.shipper().get("/loads/" + load)).path("poster").isNull(), "the owner knows");
        JsonNode listed = StreamSupport.stream(
                        body(parties.carrier().get("/loads?scope=market"))
                                .path("items")
                                .spliterator(),
                        false)
                .filter(each -> each.path("id").asText().equals(load))
                .findFirst()
                .orElseThrow();
        assertEquals(market.path("poster"), listed.path("poster"));
        assertEquals(
                Set.of("id", "name", "personal", "kinds", "since", "done", "cancelled"),
                names(market.path("poster")),
                "never a contact");
    }

    @Test
    void whoLooksForATripSeesWhoseEachOfThemIs() {
        parties.topUp("5000");
        parties.carry(parties.book("100"));
        parties.cancel(parties.book("100"));
        String load = parties.postLoad("1000");
        String trip = parties.postTrip();
        JsonNode carrier = match("/matches?limit=100&load=" + load, parties.shipper(), "/trip/id", trip)
                .path("carrier");
        assertEquals(
                parties.carrier().organisationId().toString(),
                carrier.path("id").asText());
        assertFalse(carrier.path("name").asText().isBlank());
        assertFalse(carrier.path("since").asText().isBlank());
        assertEquals(1, carrier.path("done").asInt());
        assertEquals(1, carrier.path("cancelled").asInt());
        assertEquals(
                Set.of("id", "name", "personal", "kinds", "since", "done", "cancelled"),
                names(carrier),
                "never a contact");
        JsonNode found = match("/matches?limit=100&trip=" + trip, parties.carrier(), "/load/id", load);
        assertTrue(found.path("carrier").isNull(), "a load says itself whose it is");
        Sql.run("UPDATE identity.organisation SET personal = true WHERE id = '"
                + parties.carrier().organisationId() + "'");
        JsonNode alone = match("/matches?limit=100&load=" + load, parties.shipper(), "/trip/id", trip)
                .path("carrier");
        assertTrue(alone.path("personal").asBoolean());
        assertTrue(alone.path("name").isNull(), "a private person has no name on the market");
    }

    private static JsonNode match(String path, Api who, String pointer, String id) {
        return StreamSupport.stream(body(who.get(path)).path("items").spliterator(), false)
                .filter(each -> each.at(pointer).asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPrivatePersonHasNoNameOnTheMarketButToWhomTheyDealWith() {
        Api rider = Api.of(privatePerson());
        String load = rider.post("/loads", parties.load("100")).expect(201).at("/id");
        JsonNode poster = body(parties.carrier().get("/loads/" + load)).path("poster");
        assertTrue(poster.path("personal").asBoolean());
        assertTrue(poster.path("name").isNull());
        String offer = parties.carrier()
                .post("/offers", Map.of("loadId", load))
                .expect(201)
                .at("/id");
        assertFalse(body(parties.carrier().get("/offers/" + offer))
                .at("/counterpart/name")
                .isNull());
    }

    /** Else who drives could ask the shipper past the broker the next time. */
    @Test
    void whoCarriesForABrokerIsNotToldWhoseLoadItIs() {
        parties.topUp("1000");
        Api broker = Api.register("BROKER");
        broker.post("/wallet/top-ups", Map.of("amount", Parties.dollars("1000")))
                .expect(201);
        String load = parties.postLoad("500");
        String sold = parties.accept(broker.post("/offers", Map.of("loadId", load))
                        .expect(201)
                        .at("/id"))
                .expect(200)
                .at("/booking/id");
        Map<String, Object> cover = Map.of(
                "loadId", load, "bookingId", sold, "tripId", parties.postTrip(), "price", Parties.dollars("400"));
        String given = broker.post("/offers", cover).expect(201).at("/id");
        JsonNode offer = body(parties.carrier().get("/offers/" + given));
        assertEquals(
                broker.organisationId().toString(), offer.at("/counterpart/id").asText());
        parties.carrier().post("/offers/" + given + "/accept", Map.of()).expect(200);
        assertTrue(body(parties.carrier().get("/loads/" + load)).path("poster").isNull());
        assertEquals(
                parties.shipper().organisationId().toString(),
                body(broker.get("/loads/" + load)).at("/poster/id").asText());
    }

    @Test
    void theOffersOfALoadAreSortedByWhatCounts() {
        parties.topUp("5000");
        parties.carry(parties.book("100"));
        JsonNode load = parties.shipper()
                .post("/loads", parties.inTwoLegs())
                .expect(201)
                .body();
        String id = load.path("id").asText();
        Api other = Api.register("CARRIER");
        long first = load.at("/legs/0/distanceMeters").asLong();
        long second = load.at("/legs/1/distanceMeters").asLong();
        assertTrue(first > second, "the legs differ in length");
        String shortAndCheap = bid(other, load, 1, "310");
        String longAndDear = bid(parties.carrier(), load, 0, "320");
        String byList = "/offers?load=" + id + "&sort=";
        assertEquals(List.of(longAndDear, shortAndCheap), ids(byList + "DATE"));
        assertEquals(List.of(shortAndCheap, longAndDear), ids(byList + "PRICE"));
        assertEquals(List.of(longAndDear, shortAndCheap), ids(byList + "PRICE_PER_DISTANCE"));
        assertEquals(List.of(longAndDear, shortAndCheap), ids(byList + "RECORD"));
        JsonNode page = body(parties.shipper().get(byList + "PRICE&limit=1"));
        assertEquals(shortAndCheap, page.at("/items/0/id").asText());
        assertEquals(
                List.of(longAndDear),
                ids(byList + "PRICE&limit=1&after=" + page.path("next").asText()));
        parties.shipper().get("/offers?sort=PRICE").expect(422);
        other.post("/offers/" + shortAndCheap + "/withdraw", Map.of()).expect(200);
        assertEquals(List.of(longAndDear, shortAndCheap), ids(byList + "PRICE"), "what has ended comes last");
        String newest = bid(other, load, 1, "305");
        assertEquals(List.of(newest, longAndDear, shortAndCheap), ids("/offers?load=" + id));
        JsonNode open = body(parties.shipper().get(byList + "PRICE&status=OPEN&limit=1"));
        other.post("/offers/" + newest + "/withdraw", Map.of()).expect(200);
        assertEquals(List.of(longAndDear, newest, shortAndCheap), ids("/offers?load=" + id));
        JsonNode next = body(parties.shipper()
                .get(byList + "PRICE&status=OPEN&limit=1&after="
                        + open.path("next").asText()));
        assertEquals(0, next.path("items").size(), "after one that left the list comes nothing");
        assertTrue(next.path("next").isNull());
    }

    @Test
    void whoseMoneyLacksIsToldToBothAndThatTheBuyerIsToldOnceHoweverOftenItIsTried() {
        String load = parties.postLoad("1200");
        parties.topUp("300");
        String offer = parties.shipper()
                .post("/offers", Map.of("loadId", load, "tripId", parties.postTrip()))
                .expect(201)
                .at("/id");
        List<Answer> answers = AtOnce.all(
                Collections.nCopies(CLICKS, () -> parties.carrier().post("/offers/" + offer + "/accept", Map.of())));
        answers.forEach(answer -> {
            assertEquals("ledger/insufficient-funds", answer.expect(409).at("/type"));
            assertTrue(answer.at("/detail").startsWith("The buyer's wallet"), answer.at("/detail"));
            assertFalse(answer.at("/detail").contains("300"));
        });
        assertEquals(1, told(offer));
        NotificationsIT.one(parties.shipper(), "offer-unfunded", offer);
        assertEquals(
                0,
                NotificationsIT.told(parties.carrier(), "offer-unfunded", offer).size());
        JsonNode tasks = body(parties.shipper().get("/offers?status=OPEN&unfunded=true"));
        assertEquals(1, tasks.path("items").size());
        assertEquals("900.00", tasks.at("/items/0/unfunded/lacking/amount").asText());
        assertFalse(tasks.at("/items/0/unfunded/covered").asBoolean());
        JsonNode seen = body(parties.carrier().get("/offers/" + offer)).path("unfunded");
        assertFalse(seen.path("covered").asBoolean());
        assertTrue(seen.path("lacking").isNull(), "how much is the buyer's affair");

        parties.topUp("900");
        assertTrue(body(parties.carrier().get("/offers/" + offer))
                .at("/unfunded/covered")
                .asBoolean());
        parties.carrier().post("/offers/" + offer + "/accept", Map.of()).expect(200);
        JsonNode accepted = body(parties.carrier().get("/offers/" + offer));
        assertTrue(accepted.path("unfunded").isNull());
        assertEquals("YOU", accepted.at("/end/by").asText());
        assertEquals(
                "OTHER_SIDE",
                body(parties.shipper().get("/offers/" + offer)).at("/end/by").asText());
        assertEquals(
                0,
                body(parties.shipper().get("/offers?status=OPEN&unfunded=true"))
                        .path("items")
                        .size());
    }

    /** Who accepts for the buyer may be nobody who tops up: a colleague is told, and the carrier hears nothing of the buyer's own attempts. */
    @Test
    void whatTheBuyerCanNotPayItsOwnPeopleAreTold() {
        Api colleague = Api.of(People.member(parties.shipper().person(), "SHIPPER"));
        String offer = parties.offer(parties.postLoad("1200"));
        for (int i = 0; i < 2; i++) {
            Answer refused = parties.accept(offer).expect(409);
            assertEquals("ledger/insufficient-funds", refused.at("/type"));
            assertTrue(refused.at("/detail").startsWith("Your wallet"), refused.at("/detail"));
        }
        assertEquals(1, told(offer));
        JsonNode notice = NotificationsIT.one(colleague, "offer-own-unfunded", offer);
        assertEquals("1200.00", notice.at("/amounts/price/amount").asText());
        NotificationsIT.mailed(colleague, "deals/offer-own-unfunded");
        assertEquals(
                0,
                NotificationsIT.told(parties.shipper(), "offer-own-unfunded", offer)
                        .size(),
                "who pressed knows");
        JsonNode tasks = body(colleague.get("/offers?status=OPEN&unfunded=true"));
        assertEquals("1200.00", tasks.at("/items/0/unfunded/lacking/amount").asText());
        assertTrue(
                body(parties.carrier().get("/offers/" + offer)).path("unfunded").isNull());
        assertEquals(
                0,
                body(parties.carrier().get("/offers?unfunded=true"))
                        .path("items")
                        .size());
        assertEquals(
                "{" + parties.shipper().organisationId() + "}",
                Sql.text(
                        "SELECT readers::text FROM events.event WHERE type = 'offer.acceptance-failed' AND aggregate_id = '"
                                + offer + "'"));
        parties.topUp("1200");
        assertTrue(
                body(colleague.get("/offers/" + offer)).at("/unfunded/covered").asBoolean());
        parties.accept(offer).expect(200);
    }

    private static Person privatePerson() {
        String email = People.newEmail();
        Map<String, Object> account = Map.of(
                "email",
                email,
                "password",
                People.PASSWORD,
                "name",
                "Ada Alone",
                "organisation",
                Map.of("kind", "SHIPPER"));
        return Person.of(email, Rest.post("/api/auth/register", account, null).expect(201));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static long told(String offer) {
        return Sql.number(
                "SELECT count(*) FROM events.event WHERE type = 'offer.acceptance-failed' AND aggregate_id = '" + offer
                        + "'");
    }

    private List<String> ids(String list) {
        return StreamSupport.stream(
                        body(parties.shipper().get(list)).path("items").spliterator(), false)
                .map(each -> each.path("id").asText())
                .toList();
    }

    private static String bid(Api carrier, JsonNode load, int leg, String dollars) {
        Map<String, Object> offer = new HashMap<>();
        offer.put("loadId", load.path("id").asText());
        offer.put("legId", load.at("/legs/" + leg + "/id").asText());
        offer.put("price", Parties.dollars(dollars));
        return carrier.post("/offers", offer).expect(201).at("/id");
    }

    private static JsonNode body(Answer answer) {
        return answer.expect(200).body();
    }
}
