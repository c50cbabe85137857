package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command of money and of agreement, pressed fifty times at once: under one key, as a double click and a lost answer do, and under fifty, as many tabs do. It is
 * done once, and whoever asks again under the first key gets the first answer.
 */
@SystemTest
class OnceIT {

    private static final int MANY = 50;
    private static final Set<Integer> TOLD_WHY = Set.of(409, 412);

    private static final Map<String, Object> WET =
            Map.of("reason", "DAMAGED", "words", "Two pallets are wet.", "documentIds", List.of());

    private final Parties parties = new Parties();
    private final Api administrator = Api.administrator();

    /** @param aggregate of which the event tells, or whose organisation did it where something is made */
    private record Press(Api by, String path, Object body, String event, String aggregate) {

        Callable<Answer> under(String key) {
            return () -> Eventually.get(
                    () -> by.post(path, body, "Idempotency-Key", key),
                    answer -> answer.status() != 503
                            && !Set.of("request/changed-meanwhile", "request/still-running")
                                    .contains(answer.at("/type")));
        }

        long done() {
            return Sql.number("SELECT count(*) FROM events.event WHERE type = '" + event + "' AND (subjects @> ARRAY['"
                    + aggregate + "'::uuid] OR organisation_id = '" + aggregate + "')");
        }
    }

    @TestFactory
    Stream<DynamicTest> underOneKeyItIsDoneOnceAndEverybodyGetsThatAnswer() {
        parties.topUp("50000");
        return commands().entrySet().stream()
                .map(command -> DynamicTest.dynamicTest(command.getKey(), () -> {
                    Press press = make(command.getValue());
                    long before = press.done();
                    String key = UUID.randomUUID().toString();
                    List<Answer> answers = AtOnce.all(
                            Stream.generate(() -> press.under(key)).limit(MANY).toList());
                    JsonNode first = answers.get(0).body();
                    answers.forEach(answer -> {
                        assertTrue(answer.status() < 300, () -> "answered " + answer.body());
                        assertEquals(first, answer.body());
                    });
                    assertEquals(before + 1, press.done());
                    assertEquals(0, Sql.booksOutOfBalance());
                }));
    }

    @TestFactory
    Stream<DynamicTest> underFiftyKeysItIsDoneOnceAndTheOthersAreToldWhy() {
        parties.topUp("50000");
        // A top-up, a load and a trip are meant as often as they are pressed anew; the same offer again takes the place
        // of the first (OffersIT).
        return commands().entrySet().stream()
                .filter(command -> !Set.of("top up", "offer", "post a new load", "post a trip")
                        .contains(command.getKey()))
                .map(command -> DynamicTest.dynamicTest(command.getKey(), () -> {
                    Press press = make(command.getValue());
                    List<Answer> answers = AtOnce.all(
                            Stream.generate(() -> press.under(UUID.randomUUID().toString()))
                                    .limit(MANY)
                                    .toList());
                    List<Answer> refused = answers.stream()
                            .filter(answer -> answer.status() >= 300)
                            .toList();
                    assertEquals(MANY - 1, refused.size());
                    refused.forEach(answer ->
                            assertTrue(TOLD_WHY.contains(answer.status()), () -> "answered " + answer.body()));
                    assertEquals(1, press.done());
                    assertEquals(0, Sql.booksOutOfBalance());
                }));
    }

    private static Press make(Callable<Press> press) throws Exception {
        return press.call();
    }

    private Map<String, Callable<Press>> commands() {
        Api shipper = parties.shipper();
        Api carrier = parties.carrier();
        Map<String, Callable<Press>> all = new HashMap<>();
        all.put(
                "top up",
                () -> new Press(
                        shipper,
                        "/wallet/top-ups",
                        Map.of("amount", Parties.dollars("1")),
                        "payment.topped-up",
                        shipper.organisationId().toString()));
        all.put(
                "post a new load",
                () -> new Press(
                        shipper,
                        "/loads",
                        parties.load("100"),
                        "load.posted",
                        shipper.organisationId().toString()));
        all.put(
                "post a trip",
                () -> new Press(
                        carrier,
                        "/trips",
                        parties.trip(),
                        "trip.posted",
                        carrier.organisationId().toString()));
        all.put("post", () -> {
            Map<String, Object> draft = new HashMap<>(parties.load("100"));
            draft.put("draft", true);
            String load = shipper.post("/loads", draft).expect(201).at("/id");
            return new Press(shipper, "/loads/" + load + "/post", Map.of(), "load.posted", load);
        });
        all.put("offer", () -> {
            String load = parties.postLoad("100");
            return new Press(carrier, "/offers", Map.of("loadId", load), "offer.made", load);
        });
        all.put("counter", () -> {
            String offer = bid();
            Map<String, Object> price = Map.of("price", Parties.dollars("80"));
            return new Press(shipper, "/offers/" + offer + "/counter", price, "offer.countered", offer);
        });
        for (Map.Entry<String, String> answer :
                Map.of("accept", "offer.accepted", "decline", "offer.declined").entrySet()) {
            all.put(answer.getKey(), () -> {
                String offer = bid();
                return new Press(
                        shipper, "/offers/" + offer + "/" + answer.getKey(), Map.of(), answer.getValue(), offer);
            });
        }
        all.put("withdraw", () -> {
            String offer = bid();
            return new Press(carrier, "/offers/" + offer + "/withdraw", Map.of(), "offer.withdrawn", offer);
        });
        all.put("cancel the booking", () -> {
            String booking = parties.book("100").path("id").asText();
            return new Press(
                    carrier,
                    "/bookings/" + booking + "/cancel",
                    Map.of("reason", "no truck"),
                    "booking.cancelled",
                    booking);
        });
        all.put("cancel the load", () -> {
            String load = parties.book("100").path("loadId").asText();
            return new Press(
                    shipper, "/loads/" + load + "/cancel", Map.of("reason", "not needed"), "load.cancelled", load);
        });
        all.put("accept the delivery", () -> {
            Delivery done = new Delivery();
            return new Press(done.shipper(), done.path + "/accept-proof", Map.of(), "booking.settled", done.id);
        });
        all.putAll(contests());
        all.put("cancel the trip", () -> {
            String trip = parties.postTrip();
            return new Press(carrier, "/trips/" + trip + "/cancel", Map.of(), "trip.cancelled", trip);
        });
        all.put("end the trip", () -> {
            String trip = parties.postTripBeyond("Memphis");
            parties.deliver(parties.accept(parties.offer(parties.postLoad("100"), trip))
                    .expect(200)
                    .body()
                    .get("booking"));
            return new Press(carrier, "/trips/" + trip + "/complete", Map.of(), "trip.completed", trip);
        });
        all.put("give it to a carrier", this::cover);
        return all;
    }

    private Map<String, Callable<Press>> contests() {
        Map<String, Object> dry = Map.of("words", "Dry.", "documentIds", List.of());
        Map<String, Callable<Press>> all = new HashMap<>();
        all.put("contest the delivery", () -> {
            Delivery done = new Delivery();
            return new Press(done.shipper(), done.path + "/contest", WET, "booking.contested", done.id);
        });
        all.put("answer the contest", () -> {
            Delivery done = new Delivery().contested();
            return new Press(done.carrier(), done.path + "/contest/answer", dry, "contest.answered", done.id);
        });
        all.put("give in", () -> {
            Delivery done = new Delivery().contested();
            return new Press(done.carrier(), done.path + "/contest/concede", Map.of(), "booking.refunded", done.id);
        });
        all.put("accept after all", () -> {
            Delivery done = new Delivery().contested();
            return new Press(done.shipper(), done.path + "/contest/withdraw", Map.of(), "booking.settled", done.id);
        });
        Map<String, String> decisions = Map.of("release", "booking.settled", "refund", "booking.refunded");
        decisions.forEach((decision, event) -> all.put("decide to " + decision, () -> {
            Delivery done = new Delivery().contested();
            done.carrier().post(done.path + "/contest/answer", dry).expect(200);
            String contest = done.shipper().get(done.path + "/contest").at("/id");
            String path = "/admin/contests/" + contest + "/" + decision;
            return new Press(administrator, path, Map.of("reason", "The photos show it."), event, done.id);
        }));
        return all;
    }

    /** Of parties of its own, since a driver is on one trip at a time. */
    private static final class Delivery {

        private final Parties parties = new Parties();
        private final String id;
        private final String path;

        Delivery() {
            parties.topUp("1000");
            JsonNode booking = parties.book("100");
            parties.deliver(booking);
            id = booking.path("id").asText();
            path = "/bookings/" + id;
        }

        Api shipper() {
            return parties.shipper();
        }

        Api carrier() {
            return parties.carrier();
        }

        Delivery contested() {
            shipper().post(path + "/contest", WET).expect(201);
            return this;
        }
    }

    /** What a broker has sold, accepted by who carries it. */
    private Press cover() {
        Api broker = Api.register("BROKER");
        broker.post("/wallet/top-ups", Map.of("amount", Parties.dollars("500"))).expect(201);
        String load = parties.postLoad("100");
        String sold = parties.accept(broker.post("/offers", Map.of("loadId", load))
                        .expect(201)
                        .at("/id"))
                .expect(200)
                .at("/booking/id");
        Map<String, Object> offer =
                Map.of("loadId", load, "bookingId", sold, "tripId", parties.postTrip(), "price", Parties.dollars("90"));
        String given = broker.post("/offers", offer).expect(201).at("/id");
        return new Press(parties.carrier(), "/offers/" + given + "/accept", Map.of(), "offer.accepted", given);
    }

    private String bid() {
        String load = parties.postLoadForBids();
        return parties.carrier()
                .post("/offers", Map.of("loadId", load, "price", Parties.dollars("100")))
                .expect(201)
                .at("/id");
    }
}
