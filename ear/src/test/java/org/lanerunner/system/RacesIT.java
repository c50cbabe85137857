package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Fifty at once want what only one can have: one gets it, the others are told, and nothing is left half-written. */
@SystemTest
class RacesIT {

    private static final int MANY = 50;
    private static final int ROUNDS = 10;
    private static final int OFFERS = 6;

    @Test
    void oneOfFiftyLoadsTakesTheLastCapacityOfATrip() {
        Parties parties = new Parties();
        parties.topUp("50000");
        String trip = parties.postTrip();
        List<String> loads = new ArrayList<>();
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            loads.add(parties.postLoad("1000"));
            offers.add(parties.offer(loads.get(i), trip));
        }
        List<Answer> answers = accepted(parties, offers);
        oneWonAndTheOthersGot(answers, "trips/no-capacity");
        assertEquals("1000.00", parties.shipper().get("/wallet").at("/balances/0/escrowed/amount"));
        assertEquals(1, Sql.number("SELECT count(*) FROM trips.reservation WHERE trip_id = '" + trip + "'"));
        assertEquals(
                0,
                Sql.number("SELECT sum(remaining_weight_kilograms) FROM trips.segment WHERE trip_id = '" + trip + "'"));
        assertEquals(1, Sql.number("SELECT count(*) FROM bookings.booking WHERE trip_id = '" + trip + "'"));
        assertEquals(
                MANY - 1,
                Sql.number("SELECT count(*) FROM loads.load WHERE status = 'OPEN' AND id IN (" + quoted(loads) + ")"));
        assertEquals(
                MANY - 1,
                Sql.number(
                        "SELECT count(*) FROM deals.offer WHERE status = 'OPEN' AND id IN (" + quoted(offers) + ")"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    @Test
    void oneOfFiftyOffersGetsTheLoad() {
        Parties parties = new Parties();
        parties.topUp("50000");
        String load = parties.postLoad("1000");
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            offers.add(parties.offer(load, parties.postTrip()));
        }
        List<Answer> answers = accepted(parties, offers);
        oneWonAndTheOthersGot(answers, null);
        assertEquals("1000.00", parties.shipper().get("/wallet").at("/balances/0/escrowed/amount"));
        assertEquals(1, Sql.number("SELECT count(*) FROM bookings.booking WHERE load_id = '" + load + "'"));
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM deals.offer WHERE status = 'ACCEPTED' AND load_id = '" + load + "'"));
        assertEquals(
                MANY - 1,
                Sql.number("SELECT count(*) FROM deals.offer WHERE status = 'CLOSED' AND load_id = '" + load + "'"));
        UUID shipper = parties.shipper().organisationId();
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM trips.reservation WHERE buyer_organisation_id = '" + shipper + "'"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    /** An offer without a price takes the posted one: an open offer at another price is about the load as it was. */
    @Test
    void noOfferStaysOnALoadThatChangesAtTheSameMoment() {
        Parties parties = new Parties();
        for (int round = 0; round < ROUNDS; round++) {
            String load = parties.postLoad("1000");
            List<Callable<Answer>> calls = new ArrayList<>();
            calls.add(() -> parties.shipper().put("/loads/" + load, parties.load("1200")));
            for (int i = 0; i < OFFERS; i++) {
                calls.add(() -> parties.carrier().post("/offers", Map.of("loadId", load)));
            }
            List<Answer> answers = AtOnce.all(calls);
            answers.get(0).expect(200);
            answers.subList(1, answers.size()).forEach(answer -> answer.expect(201));
            String open = "SELECT count(*) FROM deals.offer WHERE status = 'OPEN' AND load_id = '" + load + "'";
            assertEquals(0, Sql.number(open + " AND price_minor <> 120000"), "round " + round);
            parties.shipper()
                    .post("/loads/" + load + "/cancel", Map.of("reason", "done"))
                    .expect(200);
            assertEquals(0, Sql.number(open));
        }
    }

    /** Both change the booking and its trip: whoever comes second waits, and neither is called off as a deadlock. */
    @Test
    void assigningAndDispatchingAtTheSameMomentDoNotBlockEachOther() {
        Parties parties = new Parties();
        parties.topUp("50000");
        for (int round = 0; round < ROUNDS; round++) {
            var booking = parties.book("100");
            String trip = booking.get("tripId").asText();
            String path = "/bookings/" + booking.get("id").asText();
            parties.assign(trip);
            List<Answer> answers = AtOnce.all(List.of(
                    () -> parties.tryToAssign(trip),
                    () -> parties.carrier().post(path + "/dispatch", Map.of()),
                    () -> parties.tryToAssign(trip)));
            answers.get(1).expect(200);
            for (Answer assigned : List.of(answers.get(0), answers.get(2))) {
                assertTrue(
                        assigned.status() == 200
                                || Set.of("trips/assigned-already", "trips/just-started")
                                        .contains(assigned.expect(409).at("/type")),
                        assigned.body().toString());
            }
            parties.carrier()
                    .post(path + "/cancel", Map.of("reason", "next round"))
                    .expect(200);
        }
    }

    /**
     * Each leg of a load is sold on by another broker. What is given back when it is cancelled goes to three wallets in one order, whatever the order of the
     * bookings: while it waits for one wallet it holds none that comes after it, so that two who cancel never wait for each other in a ring.
     */
    @Test
    void refundsOfOneCancellationLockTheWalletsInOneOrder() {
        Parties parties = new Parties();
        parties.topUp("1000");
        Api earlier = Api.register("BROKER");
        Api later = Api.register("BROKER");
        for (Api broker : List.of(earlier, later)) {
            broker.post("/wallet/top-ups", Map.of("amount", Parties.dollars("500")))
                    .expect(201);
        }
        JsonNode load = parties.shipper()
                .post("/loads", parties.inTwoLegs())
                .expect(201)
                .body();
        sellAndCover(parties, later, load, 0);
        sellAndCover(parties, earlier, load, 1);
        Sql.whileItWaits(
                        balance(earlier) + " FOR UPDATE", balance(later) + " FOR UPDATE NOWAIT", () -> parties.shipper()
                                .post("/loads/" + load.path("id").asText() + "/cancel", Map.of("reason", "done")))
                .expect(200);
        assertEquals("500.00", later.get("/wallet").at("/balances/0/available/amount"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    private static void sellAndCover(Parties parties, Api broker, JsonNode load, int leg) {
        Map<String, Object> offer = new HashMap<>();
        offer.put("loadId", load.path("id").asText());
        offer.put("legId", load.at("/legs/" + leg + "/id").asText());
        offer.put("price", Parties.dollars("300"));
        String sold = parties.accept(broker.post("/offers", offer).expect(201).at("/id"))
                .expect(200)
                .at("/booking/id");
        offer.put("bookingId", sold);
        offer.put("tripId", parties.postTrip());
        String covering = broker.post("/offers", offer).expect(201).at("/id");
        parties.carrier().post("/offers/" + covering + "/accept", Map.of()).expect(200);
    }

    private static String balance(Api owner) {
        return "SELECT FROM ledger.balance WHERE account_id IN (SELECT id FROM ledger.account WHERE kind = 'WALLET' AND organisation_id = '"
                + owner.organisationId() + "')";
    }

    private static List<Answer> accepted(Parties parties, List<String> offers) {
        List<Callable<Answer>> calls = new ArrayList<>();
        offers.forEach(offer -> calls.add(() -> parties.acceptAmongMany(offer)));
        return AtOnce.all(calls);
    }

    private static void oneWonAndTheOthersGot(List<Answer> answers, String type) {
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count());
        List<Answer> lost =
                answers.stream().filter(answer -> answer.status() != 200).toList();
        assertTrue(
                lost.stream()
                        .allMatch(
                                answer -> answer.status() == 409 && (type == null || type.equals(answer.at("/type")))),
                () -> lost.stream()
                        .map(answer -> answer.body())
                        .distinct()
                        .toList()
                        .toString());
    }

    private static String quoted(List<String> ids) {
        return "'" + String.join("','", ids) + "'";
    }
}
