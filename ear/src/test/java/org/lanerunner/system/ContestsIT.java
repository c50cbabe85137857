package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A delivery that its buyer contests: the money waits, both sides are heard, and it goes where it goes once. */
@SystemTest
class ContestsIT {

    private static final int MANY = 50;
    private static final Map<String, Object> WET =
            Map.of("reason", "DAMAGED", "words", "Two pallets are wet.", "documentIds", List.of());
    private static final Map<String, Object> DRY = Map.of("words", "They were dry when we left.");
    private static final Map<String, Object> WHY = Map.of("reason", "The photos show it.");

    private static Parties parties;
    private static Api shipper;
    private static Api carrier;
    private static Api admin;

    @BeforeAll
    static void sides() {
        parties = new Parties();
        shipper = parties.shipper();
        carrier = parties.carrier();
        admin = Api.administrator();
        parties.topUp("50000");
    }

    @Test
    void bothSidesAreHeardAndAnAdministratorRefunds() {
        BigDecimal had = available(shipper);
        BigDecimal carrierHad = available(carrier);
        String id = delivered();
        assertTrue(actions(shipper.get("/bookings/" + id)).contains("contest"));
        String photo =
                Upload.png("/api/documents", id, shipper.person()).expect(201).text("id");
        Answer contested = shipper.post(
                        contest(id),
                        Map.of("reason", "DAMAGED", "words", "Two pallets are wet.", "documentIds", List.of(photo)))
                .expect(201);
        assertEquals("AWAITING_ANSWER", contested.at("/status"));
        JsonNode booking = shipper.get("/bookings/" + id).expect(200).body();
        assertEquals("CONTESTED", booking.path("status").asText());
        assertFalse(booking.path("actions").toString().contains("accept"), "it is taken back instead");
        assertEquals(id, carrier.get("/bookings?status=CONTESTED&limit=1").at("/items/0/id"));
        assertEquals(
                "DELIVERED",
                shipper.get("/loads/" + booking.path("loadId").asText()).at("/status"));
        shipper.post(contest(id), WET).expect(409, "bookings/contested");
        shipper.post("/bookings/" + id + "/accept-proof", Map.of()).expect(409, "bookings/contested");

        String caseId = contested.at("/id");
        admin.post("/admin/contests/" + caseId + "/refund", WHY).expect(409, "contests/awaits-answer");
        JsonNode seen = carrier.get(contest(id)).expect(200).body();
        assertEquals("Two pallets are wet.", seen.at("/contested/words").asText());
        assertEquals("[\"answer\",\"concede\"]", seen.path("actions").toString());
        assertEquals(caseId, carrier.get("/contests").at("/items/0/id"));
        carrier.get("/documents/" + photo + "/content").expect(200);
        String reply =
                Upload.png("/api/documents", id, carrier.person()).expect(201).text("id");
        carrier.post(contest(id) + "/answer", Map.of("words", "Dry.", "documentIds", List.of(reply)))
                .expect(200);
        carrier.post(contest(id) + "/answer", DRY).expect(409, "contests/answered");
        shipper.get("/documents/" + reply + "/content").expect(200);

        JsonNode queued = item(admin.get("/admin/contests?limit=100"), caseId);
        assertEquals("AWAITING_DECISION", queued.path("status").asText());
        assertTrue(queued.at("/contested/words").isNull(), "what they say is read where the case is opened");
        assertTrue(queued.at("/answer/words").isNull());
        assertEquals(
                0,
                queued.findValues("documents").stream().mapToInt(JsonNode::size).sum());
        assertEquals(0, openings(caseId, admin.person()));
        for (int i = 0; i < 2; i++) {
            admin.get("/admin/contests/" + caseId + "/timeline").expect(200);
            admin.get("/admin/contests/" + caseId + "/documents/" + photo + "/content")
                    .expect(200);
        }
        assertEquals(1, openings(caseId, admin.person()), "who has not opened it leaves the trace of it all the same");
        Person second = People.member(admin.person(), "ADMIN");
        Rest.get("/api/admin/contests/" + caseId + "/documents/" + photo + "/content", second)
                .expect(200);
        assertEquals(1, openings(caseId, second));
        JsonNode whole = admin.get("/admin/contests/" + caseId).expect(200).body();
        assertEquals("Dry.", whole.at("/contest/answer/words").asText());
        assertEquals("Bo", whole.at("/booking/proof/receivedBy").asText());
        assertEquals("[\"decide\"]", whole.at("/contest/actions").toString());
        assertTrue(admin.get("/admin/contests/" + caseId + "/timeline?limit=100")
                .expect(200)
                .body()
                .toString()
                .contains("contest.answered"));
        admin.get("/admin/contests/" + caseId + "/documents/" + reply + "/content")
                .expect(200);
        admin.get("/admin/contests/" + caseId + "/documents/" + UUID.randomUUID() + "/content")
                .expect(404);
        admin.post("/admin/contests/" + caseId + "/refund", Map.of("reason", " "))
                .expect(422);
        Answer decided =
                admin.post("/admin/contests/" + caseId + "/refund", WHY).expect(200);
        assertEquals("REFUNDED", decided.at("/status"));
        admin.post("/admin/contests/" + caseId + "/release", WHY).expect(409, "contests/over");
        assertEquals("REFUNDED", shipper.get("/bookings/" + id).at("/status"));
        assertEquals("The photos show it.", carrier.get(contest(id)).at("/decisionReason"));
        assertEquals(had, available(shipper), "the whole price is back, without a fee");
        assertEquals(carrierHad, available(carrier));
        assertEquals(
                "SETTLED",
                shipper.get("/loads/" + booking.path("loadId").asText()).at("/status"));
        assertEquals(caseId, shipper.get("/contests?over=true").at("/items/0/id"));
        assertEquals(
                2,
                openings(caseId, admin.person()),
                "who opened it stands there once more, whatever was then read of it");
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*) FROM audit.entry a JOIN events.event e ON e.id = ANY (a.event_ids) WHERE e.type = 'contest.decided' AND e.aggregate_id = '"
                                + caseId + "' AND a.principal_id = '"
                                + admin.person().personId() + "'"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    private static long openings(String caseId, Person administrator) {
        return Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'contest.viewed' AND subject_id = '" + caseId
                + "' AND principal_id = '" + administrator.personId() + "'");
    }

    @Test
    void withoutAnAnswerInTimeItGoesToTheAdministratorsAndMayStillBeAnswered() {
        BigDecimal had = available(carrier);
        String id = contested();
        Sql.run(
                "UPDATE disputes.contest SET contested_at = contested_at - interval '72 hours', answer_due_at = now() WHERE booking_id = '"
                        + id + "'");
        Eventually.get(() -> shipper.get(contest(id)).at("/status"), "AWAITING_DECISION"::equals);
        assertEquals("AWAITING_DECISION", carrier.get(contest(id)).at("/status"));
        NotificationsIT.one(shipper, "contest-unanswered", id);
        NotificationsIT.one(carrier, "contest-answer-missed", id);
        NotificationsIT.mailed(shipper, "disputes/contest-unanswered");
        NotificationsIT.mailed(carrier, "disputes/contest-answer-missed");
        Answer answered = carrier.post(contest(id) + "/answer", DRY).expect(200);
        assertEquals("true", answered.at("/answeredLate"));
        admin.post("/admin/contests/" + answered.at("/id") + "/release", WHY).expect(200);
        assertEquals("SETTLED", shipper.get("/bookings/" + id).at("/status"));
        assertEquals(had.add(new BigDecimal("970.00")), available(carrier), "released whole, less the fee");
    }

    @Test
    void theBuyerTakesItBackAndTheSellerGivesIn() {
        BigDecimal had = available(shipper);
        String back = contested();
        carrier.post(contest(back) + "/withdraw", Map.of()).expect(403);
        shipper.post(contest(back) + "/concede", Map.of()).expect(403);
        shipper.post(contest(back) + "/withdraw", Map.of()).expect(200);
        assertEquals("SETTLED", carrier.get("/bookings/" + back).at("/status"));
        assertEquals(
                carrier.get("/bookings/" + back).at("/settledAt"),
                carrier.get(contest(back)).at("/settledAt"));
        assertEquals(
                "970.00",
                NotificationsIT.one(carrier, "contest-withdrawn", back)
                        .at("/amounts/received/amount")
                        .asText());
        assertEquals(had.subtract(new BigDecimal("1000.00")), available(shipper));
        String given = contested();
        carrier.post(contest(given) + "/concede", Map.of()).expect(200);
        carrier.post(contest(given) + "/answer", DRY).expect(409, "contests/over");
        assertEquals("REFUNDED", shipper.get("/bookings/" + given).at("/status"));
        NotificationsIT.one(shipper, "contest-conceded", given);
        NotificationsIT.mailed(carrier, "disputes/contest-withdrawn");
        NotificationsIT.mailed(shipper, "disputes/contest-conceded");
        assertEquals(had.subtract(new BigDecimal("1000.00")), available(shipper));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    @Test
    void onlyTheTwoSidesAndNoDriverHearOfIt() {
        String driverId = newDriver();
        String id = delivered(driverId);
        carrier.post(contest(id), WET).expect(403);
        Api.register("SHIPPER").post(contest(id), WET).expect(404);
        shipper.post(contest(id), Map.of("words", "x")).expect(422);
        shipper.post(contest(id), Map.of("reason", "DAMAGED", "words", "x", "documentIds", List.of(UUID.randomUUID())))
                .expect(422);
        assertEquals("DELIVERED", shipper.get("/bookings/" + id).at("/status"), "a refused contest leaves no trace");
        shipper.post(contest(id), WET).expect(201);
        Api.register("CARRIER").get(contest(id)).expect(404);
        Api.register("CARRIER").post(contest(id) + "/answer", DRY).expect(404);
        shipper.get("/admin/contests").expect(403);
        Person driver = People.driver(carrier.person(), UUID.fromString(driverId));
        Rest.get("/api/bookings/" + id, driver).expect(200);
        Rest.get("/api/bookings/" + id + "/contest", driver).expect(404);
        JsonNode driven = told(Rest.get("/api/bookings/" + id + "/timeline?limit=100", driver));
        for (String name : List.of("ground", "contestId", "price", "fee", "sellerReceives")) {
            assertFalse(driven.path("data").has(name), () -> name + " is not the driver's to know");
        }
        assertEquals(
                "DAMAGED",
                told(carrier.get("/bookings/" + id + "/timeline?limit=100"))
                        .at("/data/ground")
                        .asText());
        assertEquals(
                0,
                Rest.get("/api/contests", driver)
                        .expect(200)
                        .body()
                        .path("items")
                        .size());
    }

    @Test
    void whoDrivesHearsAsItHappensWhatTheTimelineTellsAndNoMore() throws Exception {
        String driverId = newDriver();
        String id = delivered(driverId);
        Person driver = People.driver(carrier.person(), UUID.fromString(driverId));
        try (Channel driving = Channel.of(driver);
                Channel office = Channel.of(carrier.person())) {
            for (Channel channel : List.of(driving, office)) {
                channel.say(Map.of("subscribe", "organisation"));
                channel.await("subscribed");
            }
            shipper.post(contest(id), WET).expect(201);
            carrier.post(contest(id) + "/answer", DRY).expect(200);
            for (String type : List.of("booking.contested", "contest.answered")) {
                assertTrue(office.awaitEvent(type).at("/event/data").has("contestId"), type);
                JsonNode heard = driving.awaitEvent(type).at("/event/data");
                assertEquals(id, heard.path("bookingId").asText());
                for (String name : List.of("ground", "contestId", "price", "fee", "sellerReceives")) {
                    assertFalse(heard.has(name), () -> name + " of " + type + " is not the driver's to know");
                }
            }
        }
    }

    /** What was stored for the booking itself its driver reads, shown in a contest or not. */
    @Test
    void whatComesByAContestAloneIsForItsSidesAndWhoDecides() {
        String driverId = newDriver();
        String id = delivered(driverId);
        Person driver = People.driver(carrier.person(), UUID.fromString(driverId));
        String ofBooking =
                Upload.png("/api/documents", id, shipper.person()).expect(201).text("id");
        String wet =
                Upload.png("/api/documents", null, shipper.person()).expect(201).text("id");
        String dry =
                Upload.png("/api/documents", null, carrier.person()).expect(201).text("id");
        shipper.post(contest(id), Map.of("reason", "DAMAGED", "words", "Wet.", "documentIds", List.of(wet, ofBooking)))
                .expect(201);
        String caseId = carrier.post(contest(id) + "/answer", Map.of("words", "Dry.", "documentIds", List.of(dry)))
                .expect(200)
                .at("/id");
        for (String shown : List.of(wet, dry)) {
            for (String path : List.of("/documents/" + shown, "/documents/" + shown + "/content")) {
                Rest.get("/api" + path, driver).expect(404);
                shipper.get(path).expect(200);
                carrier.get(path).expect(200);
                Api.register("CARRIER").get(path).expect(404);
            }
            admin.get("/admin/contests/" + caseId + "/documents/" + shown + "/content")
                    .expect(200);
        }
        Rest.get("/api/documents/" + ofBooking + "/content", driver).expect(200);
        String driven = Rest.get("/api/bookings/" + id + "/timeline?limit=100", driver)
                .expect(200)
                .body()
                .toString();
        assertTrue(driven.contains(ofBooking), driven);
        assertFalse(driven.contains(wet) || driven.contains(dry), driven);
        shipper.post(contest(id) + "/withdraw", Map.of()).expect(200);
        Rest.get("/api/documents/" + wet, driver).expect(404);
    }

    /** What the timeline tells of the contesting. */
    private static JsonNode told(Answer timeline) {
        return StreamSupport.stream(timeline.expect(200).body().path("items").spliterator(), false)
                .filter(event -> event.path("type").asText().equals("booking.contested"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverBelongsToASideDoesNotDecide() {
        String id = contested();
        carrier.post(contest(id) + "/answer", DRY).expect(200);
        String caseId = shipper.get(contest(id)).at("/id");
        asMemberOf(carrier, () -> {
            assertEquals(
                    "[]",
                    admin.get("/admin/contests/" + caseId)
                            .body()
                            .at("/contest/actions")
                            .toString());
            admin.post("/admin/contests/" + caseId + "/release", WHY).expect(403, "contests/own-case");
        });
        assertEquals("CONTESTED", shipper.get("/bookings/" + id).at("/status"));
        Person second = People.member(admin.person(), "ADMIN");
        Sql.run("UPDATE identity.session SET proven_at = now() - interval '1 day' WHERE person_id = '"
                + second.personId() + "'");
        Rest.post("/api/admin/contests/" + caseId + "/release", WHY, People.refreshed(second))
                .expect(403, "identity/proof-needed");
        shipper.post(contest(id) + "/withdraw", Map.of()).expect(200);
    }

    @Test
    void whoLeftASideSinceTheGoodsWereBookedDoesNotDecide() {
        Person second = People.member(admin.person(), "ADMIN");
        String organisation = carrier.organisationId().toString();
        Sql.run(membership(organisation, second));
        String whileMember = answered();
        carrier.delete("/organisations/" + organisation + "/members/" + second.personId())
                .expect(204);
        String afterwards = answered();
        assertEquals(
                "[]",
                Rest.get("/api/admin/contests/" + whileMember, second)
                        .expect(200)
                        .body()
                        .at("/contest/actions")
                        .toString());
        Rest.post("/api/admin/contests/" + whileMember + "/release", WHY, second)
                .expect(403, "contests/own-case");
        Rest.post("/api/admin/contests/" + afterwards + "/release", WHY, second).expect(200);
        admin.post("/admin/contests/" + whileMember + "/release", WHY).expect(200);
    }

    /** @return the id of the case */
    private static String answered() {
        return carrier.post(contest(contested()) + "/answer", DRY).expect(200).at("/id");
    }

    /** Whoever ends it: what is the seller's stays in escrow while the platform has the seller suspended. */
    @Test
    void whatIsASuspendedSellersWaitsUntilItIsReopened() {
        Parties sides = new Parties();
        sides.topUp("5000");
        Api buyer = sides.shipper();
        JsonNode booking = sides.book("1000");
        sides.deliver(booking);
        String id = booking.path("id").asText();
        buyer.post(contest(id), WET).expect(201);
        String caseId =
                sides.carrier().post(contest(id) + "/answer", DRY).expect(200).at("/id");
        String seller = "/admin/organisations/" + sides.carrier().organisationId();
        admin.post(seller + "/suspend", Map.of("reason", "The insurance has run out."))
                .expect(200);
        JsonNode decided = admin.post("/admin/contests/" + caseId + "/release", WHY)
                .expect(200)
                .body();
        assertEquals("RELEASED", decided.path("status").asText());
        assertTrue(decided.path("settledAt").isNull(), "nobody is paid yet");
        assertTrue(
                item(buyer.get("/contests?over=true"), caseId).path("settledAt").isNull());
        NotificationsIT.mailed(sides.carrier(), "disputes/contest-decided");
        assertEquals(
                "970.00 null",
                Sql.text(
                        "SELECT concat(facts #>> '{amounts,waits,amount}', ' ', coalesce(facts #>> '{amounts,received}', 'null'))"
                                + " FROM notifications.notice WHERE kind = 'contest-decided' AND about_id = '" + id
                                + "' AND organisation_id = '" + sides.carrier().organisationId() + "'"));
        assertEquals("DELIVERED", buyer.get("/bookings/" + id).at("/status"));
        assertEquals("1000.00", buyer.get("/wallet").at("/balances/0/escrowed/amount"));
        buyer.post(contest(id), WET).expect(409, "bookings/contest-over");
        buyer.post("/bookings/" + id + "/accept-proof", Map.of()).expect(409, "bookings/release-waits");
        admin.post(seller + "/reopen", WHY).expect(200);
        Eventually.get(() -> buyer.get("/bookings/" + id).at("/status"), "SETTLED"::equals);
        assertEquals(
                buyer.get("/bookings/" + id).at("/settledAt"),
                buyer.get(contest(id)).at("/settledAt"));
        assertEquals("0.00", buyer.get("/wallet").at("/balances/0/escrowed/amount"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    /** What is told is mailed too: words that miss a value would have left the event among the dead letters. */
    @Test
    void eachSideIsToldOfWhatTheOtherOneDoesAndBothOfTheDecision() {
        Parties told = new Parties();
        told.topUp("5000");
        Api buyer = told.shipper();
        Api seller = told.carrier();
        JsonNode booking = told.book("1000");
        told.deliver(booking);
        String id = booking.path("id").asText();
        buyer.post(contest(id), WET).expect(201);
        JsonNode opened = NotificationsIT.one(seller, "contest-opened", id);
        assertEquals(booking.at("/buyer/name").asText(), opened.at("/texts/by").asText());
        assertEquals(
                seller.get(contest(id)).at("/answerDueAt"),
                opened.at("/times/until").asText());
        assertFalse(opened.toString().contains("wet"), "what is said is read at the booking");
        seller.post(contest(id) + "/answer", DRY).expect(200);
        NotificationsIT.one(buyer, "contest-answered", id);
        admin.post("/admin/contests/" + buyer.get(contest(id)).at("/id") + "/refund", WHY)
                .expect(200);
        JsonNode won = NotificationsIT.one(buyer, "contest-decided", id);
        assertEquals("1000.00", won.at("/amounts/refunded/amount").asText());
        assertEquals("The photos show it.", won.at("/texts/reason").asText());
        JsonNode lost = NotificationsIT.one(seller, "contest-decided", id);
        assertEquals("970.00", lost.at("/amounts/missed/amount").asText());
        assertFalse(lost.at("/amounts").has("refunded"));
        assertEquals(0, NotificationsIT.told(buyer, "contest-opened", id).size(), "who did it is not told");
        NotificationsIT.mailed(buyer, "disputes/contest-answered", "disputes/contest-decided");
        NotificationsIT.mailed(seller, "disputes/contest-opened", "disputes/contest-decided");
    }

    /** The time of release comes in the middle of it; nothing that is delivered is called off. */
    @Test
    void ofFiftyWhoContestAndAcceptOneIsHeard() {
        for (int round = 0; round < 3; round++) {
            String id = delivered();
            Sql.run("UPDATE bookings.booking SET release_due_at = clock_timestamp() + interval '" + round * 150
                    + " ms' WHERE id = '" + id + "'");
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                int what = i % 5;
                calls.add(() -> what == 4
                        ? carrier.post("/bookings/" + id + "/cancel", Map.of("reason", "no truck"))
                        : what % 2 == 0
                                ? shipper.post(contest(id), WET)
                                : shipper.post("/bookings/" + id + "/accept-proof", Map.of()));
            }
            Collections.shuffle(calls, new Random(round));
            long heard = AtOnce.all(calls).stream()
                    .filter(answer -> answer.status() < 300)
                    .count();
            String status =
                    Eventually.get(() -> shipper.get("/bookings/" + id).at("/status"), now -> !now.equals("DELIVERED"));
            assertTrue(heard <= 1, heard + " were heard");
            assertEquals(
                    status.equals("CONTESTED") ? 1 : 0,
                    Sql.number("SELECT count(*) FROM disputes.contest WHERE booking_id = '" + id + "'"));
            if (status.equals("CONTESTED")) {
                endedOnce(id);
            }
        }
        assertEquals(0, Sql.booksOutOfBalance());
    }

    private void endedOnce(String id) {
        carrier.post(contest(id) + "/answer", DRY).expect(200);
        String decide = "/admin/contests/" + shipper.get(contest(id)).at("/id");
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < MANY / 4; i++) {
            calls.add(() -> shipper.post(contest(id) + "/withdraw", Map.of()));
            calls.add(() -> carrier.post(contest(id) + "/concede", Map.of()));
            calls.add(() -> admin.post(decide + "/release", WHY));
            calls.add(() -> admin.post(decide + "/refund", WHY));
        }
        List<Answer> answers = AtOnce.all(calls);
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count());
        assertEquals(
                "HELD",
                Sql.text(
                        "SELECT coalesce(max(status), 'HELD') FROM ledger.escrow WHERE status = 'HELD' AND booking_id = '"
                                + id + "'"));
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*) FROM bookings.booking b JOIN ledger.escrow e ON e.booking_id = b.id WHERE b.id = '"
                                + id
                                + "' AND e.status = CASE b.status WHEN 'SETTLED' THEN 'RELEASED' WHEN 'REFUNDED' THEN 'REFUNDED' END"));
    }

    @Test
    void anOrganisationContestsSoMuchAtOnce() {
        String id = delivered();
        Sql.run(
                "INSERT INTO disputes.contest (id, booking_id, booking_reference, buyer_organisation_id, seller_organisation_id, price_minor, fee_minor, currency,"
                        + " test_money, status, reason, words, contested_by, contested_at, answer_due_at, version)"
                        + " SELECT gen_random_uuid(), gen_random_uuid(), 'many', '" + shipper.organisationId()
                        + "', gen_random_uuid(), 1, 0, 'USD', true, 'AWAITING_ANSWER', 'OTHER', 'x', gen_random_uuid(), now(), now() + interval '1 day', 0"
                        + " FROM generate_series(1, 200)");
        try {
            shipper.post(contest(id), WET).expect(409, "contests/too-many");
        } finally {
            Sql.run("DELETE FROM disputes.contest WHERE booking_reference = 'many'");
        }
        shipper.post(contest(id), WET).expect(201);
        shipper.post(contest(id) + "/withdraw", Map.of()).expect(200);
    }

    @Test
    void notOneMoreIsContestedByTwoAtOnce() {
        List<String> ids = List.of(delivered(), delivered(), delivered(), delivered());
        long open =
                Sql.number("SELECT count(*) FROM disputes.contest WHERE ended_at IS NULL AND buyer_organisation_id = '"
                        + shipper.organisationId() + "'");
        Sql.run(
                "INSERT INTO disputes.contest (id, booking_id, booking_reference, buyer_organisation_id, seller_organisation_id, price_minor, fee_minor, currency,"
                        + " test_money, status, reason, words, contested_by, contested_at, answer_due_at, version)"
                        + " SELECT gen_random_uuid(), gen_random_uuid(), 'many', '" + shipper.organisationId()
                        + "', gen_random_uuid(), 1, 0, 'USD', true, 'AWAITING_ANSWER', 'OTHER', 'x', gen_random_uuid(), now(), now() + interval '1 day', 0"
                        + " FROM generate_series(1, " + (199 - open) + ")");
        List<Answer> answers;
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            ids.forEach(id -> calls.add(() -> shipper.post(contest(id), WET)));
            answers = AtOnce.all(calls);
        } finally {
            Sql.run("DELETE FROM disputes.contest WHERE booking_reference = 'many'");
        }
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 201).count());
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expect(409, "contests/too-many"));
    }

    /** The one that was contested first is answered last. */
    @Test
    void whatHasWaitedLongestInTheQueueComesFirst() {
        String first = contested();
        String second = contested();
        carrier.post(contest(second) + "/answer", DRY).expect(200);
        carrier.post(contest(first) + "/answer", DRY).expect(200);
        String ofFirst = shipper.get(contest(first)).at("/id");
        String ofSecond = shipper.get(contest(second)).at("/id");
        String queue = admin.get("/admin/contests?limit=100").expect(200).body().toString();
        assertTrue(queue.indexOf(ofSecond) < queue.indexOf(ofFirst), queue);
        String page = "/admin/contests?limit=100&after=";
        assertFalse(admin.get(page + ofFirst).expect(200).body().toString().contains(ofSecond));
        JsonNode rest = admin.get(page + ofSecond).expect(200).body();
        assertEquals(ofFirst, rest.at("/items/0/id").asText());
        assertFalse(rest.toString().contains(ofSecond));
        for (String id : List.of(first, second)) {
            shipper.post(contest(id) + "/withdraw", Map.of()).expect(200);
        }
    }

    /** Each side of a broker has its own agreement, its own contest and its own end. */
    @Test
    void aBrokerStandsBetweenTwoContestsThatDoNotKnowOfEachOther() {
        Api broker = Api.register("BROKER");
        broker.post("/wallet/top-ups", Map.of("amount", Parties.dollars("5000")))
                .expect(201);
        String load =
                shipper.post("/loads", parties.addressed("1000")).expect(201).at("/id");
        String sold = parties.accept(broker.post("/offers", Map.of("loadId", load))
                        .expect(201)
                        .at("/id"))
                .expect(200)
                .at("/booking/id");
        String trip = parties.postTrip();
        String offer = broker.post(
                        "/offers",
                        Map.of("loadId", load, "tripId", trip, "bookingId", sold, "price", Parties.dollars("800")))
                .expect(201)
                .at("/id");
        JsonNode carried = carrier.post("/offers/" + offer + "/accept", Map.of())
                .expect(200)
                .body()
                .path("booking");
        String carriers = carried.path("id").asText();
        parties.deliver(carried);
        shipper.post(contest(sold), WET).expect(201);
        assertEquals("DELIVERED", carrier.get("/bookings/" + carriers).at("/status"));
        carrier.get(contest(sold)).expect(404);
        broker.post(contest(carriers), Map.of("reason", "LATE", "words", "A day late."))
                .expect(201);
        shipper.get(contest(carriers)).expect(404);
        String shippers = shipper.get("/bookings/" + sold + "/timeline?limit=100")
                .expect(200)
                .body()
                .toString();
        assertFalse(shippers.contains(carriers));
        assertFalse(shippers.contains("800.00"));
        String read = carrier.get(contest(carriers)).expect(200).body().toString();
        assertFalse(read.contains("wet"), read);
        assertFalse(read.contains("1000.00"), read);
        broker.post(contest(sold) + "/answer", DRY).expect(200);
        carrier.post(contest(carriers) + "/answer", DRY).expect(200);
        nobodyBeyondTheBrokerDecides(carrier, shipper.get(contest(sold)).at("/id"));
        nobodyBeyondTheBrokerDecides(shipper, carrier.get(contest(carriers)).at("/id"));
        carrier.post(contest(carriers) + "/concede", Map.of()).expect(200);
        assertEquals("CONTESTED", shipper.get("/bookings/" + sold).at("/status"));
        broker.post(contest(sold) + "/concede", Map.of()).expect(200);
        assertEquals("REFUNDED", shipper.get("/bookings/" + sold).at("/status"));
        assertEquals(new BigDecimal("5000.00"), available(broker));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    /** Whoever of the administrators belongs to the other agreement about the same goods. */
    private static void nobodyBeyondTheBrokerDecides(Api beyond, String caseId) {
        assertEquals(
                "[\"decide\"]",
                item(admin.get("/admin/contests?limit=100"), caseId)
                        .path("actions")
                        .toString());
        asMemberOf(beyond, () -> {
            assertEquals(
                    "[]",
                    item(admin.get("/admin/contests?limit=100"), caseId)
                            .path("actions")
                            .toString());
            admin.post("/admin/contests/" + caseId + "/refund", WHY).expect(403, "contests/own-case");
        });
    }

    /** Does it while the administrator belongs to an organisation. */
    private static void asMemberOf(Api organisation, Runnable act) {
        String administrator = admin.person().personId().toString();
        Sql.run(membership(organisation.organisationId().toString(), admin.person()));
        try {
            act.run();
        } finally {
            Sql.run("DELETE FROM identity.membership WHERE organisation_id = '" + organisation.organisationId()
                    + "' AND person_id = '" + administrator + "'");
        }
    }

    private static String membership(String organisation, Person person) {
        return "INSERT INTO identity.membership (id, organisation_id, person_id, joined_at, version) VALUES (gen_random_uuid(), '"
                + organisation + "', '" + person.personId() + "', now(), 0)";
    }

    private static String contest(String bookingId) {
        return "/bookings/" + bookingId + "/contest";
    }

    private static String delivered() {
        return delivered(newDriver());
    }

    /** By a vehicle of its own: the time of an earlier trip is not over yet. */
    private static String delivered(String driverId) {
        JsonNode booking = parties.book("1000");
        String vehicleId = carrier.post(
                        "/vehicles",
                        Map.of(
                                "name",
                                "Truck",
                                "plate",
                                "C" + UUID.randomUUID().toString().substring(0, 6),
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                Map.of("weightKilograms", 18_000)))
                .expect(201)
                .at("/id");
        carrier.post(
                        "/trips/" + booking.get("tripId").asText() + "/assign",
                        Map.of("driverId", driverId, "vehicleId", vehicleId))
                .expect(200);
        String id = booking.get("id").asText();
        carrier.post("/bookings/" + id + "/dispatch", Map.of()).expect(200);
        parties.finish(booking);
        return id;
    }

    private static String newDriver() {
        return carrier.post("/drivers", Map.of("name", "Dee Driver"))
                .expect(201)
                .at("/id");
    }

    private static String contested() {
        String id = delivered();
        shipper.post(contest(id), WET).expect(201);
        return id;
    }

    private static BigDecimal available(Api whose) {
        JsonNode balance = whose.get("/wallet").expect(200).body().at("/balances/0/available/amount");
        return balance.isMissingNode() ? new BigDecimal("0.00") : new BigDecimal(balance.asText());
    }

    private static String actions(Answer booking) {
        return booking.expect(200).body().path("actions").toString();
    }

    private static JsonNode item(Answer page, String id) {
        return StreamSupport.stream(page.expect(200).body().path("items").spliterator(), false)
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
