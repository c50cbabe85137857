package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same request under the same key happens once. */
@SystemTest
class IdempotencyIT {

    @Test
    void sameBodyGetsTheStoredAnswerAndNothingHappensTwice() {
        Person carrier = People.carrier();
        Object driver = object("name", "Dee Dee");
        String key = UUID.randomUUID().toString();
        Answer first = Rest.post("/api/drivers", driver, carrier, "Idempotency-Key", key)
                .expect(201);
        Answer again = Rest.post("/api/drivers", driver, carrier, "Idempotency-Key", key)
                .expect(201);
        assertEquals(first.body(), again.body());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(1, Rest.get("/api/drivers", carrier).body().path("items").size());
    }

    @Test
    void otherBodyUnderTheSameKeyIsRefused() {
        Person carrier = People.carrier();
        String key = UUID.randomUUID().toString();
        Rest.post("/api/drivers", object("name", "Dee Dee"), carrier, "Idempotency-Key", key)
                .expect(201);
        Rest.post("/api/drivers", object("name", "Other"), carrier, "Idempotency-Key", key)
                .expect(422, "request/idempotency-key");
    }

    @Test
    void keysBelongToPersonOrganisationAndEndpoint() {
        Person one = People.carrier();
        Person other = People.carrier();
        Person colleague = People.member(one, "CARRIER");
        String key = UUID.randomUUID().toString();
        Set<String> made = Stream.of(one, other, colleague)
                .map(person -> Rest.post("/api/drivers", object("name", "Dee Dee"), person, "Idempotency-Key", key)
                        .expect(201)
                        .text("id"))
                .collect(Collectors.toSet());
        assertEquals(3, made.size());
        Rest.post(
                        "/api/organisations/" + one.organisationId() + "/kinds",
                        object("kind", "SHIPPER"),
                        one,
                        "Idempotency-Key",
                        key)
                .expect(200);
    }

    @Test
    void aColleagueWhoMaySeeLessGetsNoAnswerKeptForAnother() {
        Haul haul = new Haul();
        UUID otherDriver = Rest.post("/api/drivers", object("name", "Other"), haul.carrier)
                .expect(201)
                .id();
        Person colleague = People.driver(haul.carrier, otherDriver);
        String path = "/api/bookings/" + haul.bookingId + "/dispatch";
        Object fact = object("occurredAt", haul.dispatchedAt.toString());
        String key = UUID.randomUUID().toString();
        Rest.post(path, fact, haul.driver, "Idempotency-Key", key).expect(200);
        Rest.post(path, fact, colleague, "Idempotency-Key", key).expect(404);
        assertEquals(
                "true",
                Rest.post(path, fact, haul.driver, "Idempotency-Key", key)
                        .expect(200)
                        .header("Idempotency-Replayed"));
    }

    @Test
    void whoLostTheRoleGetsNoKeptAnswer() {
        Person owner = People.carrier();
        Person member = People.member(owner, "CARRIER");
        String key = UUID.randomUUID().toString();
        Object driver = object("name", "Dee Dee");
        Rest.post("/api/drivers", driver, member, "Idempotency-Key", key).expect(201);
        Rest.call(
                        "PUT",
                        "/api/organisations/" + owner.organisationId() + "/members/" + member.personId() + "/roles",
                        object("roles", List.of("OFFICE")),
                        owner.accessToken())
                .expect(200);
        Rest.post("/api/drivers", driver, People.refreshed(member), "Idempotency-Key", key)
                .expect(403);
    }

    @Test
    void refusedRequestKeepsNothing() {
        Person carrier = People.carrier();
        String key = UUID.randomUUID().toString();
        Rest.post("/api/drivers", object("name", ""), carrier, "Idempotency-Key", key)
                .expect(422);
        Rest.post("/api/drivers", object("name", "Dee Dee"), carrier, "Idempotency-Key", key)
                .expect(201);
    }

    @Test
    void manyAtOnceMakeOneAndTheOthersWaitOrGetItsAnswer() throws Exception {
        Person carrier = People.carrier();
        String key = UUID.randomUUID().toString();
        List<Answer> answers = AccountsIT.together(
                20, () -> Rest.post("/api/drivers", object("name", "Dee Dee"), carrier, "Idempotency-Key", key));
        Set<String> made = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.text("id"))
                .collect(Collectors.toSet());
        assertEquals(1, made.size());
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expect(409, "request/still-running"));
        assertEquals(1, Rest.get("/api/drivers", carrier).body().path("items").size());
    }

    @Test
    void answerOlderThanADayIsForgotten() throws Exception {
        Person carrier = People.carrier();
        String key = UUID.randomUUID().toString();
        Rest.post("/api/drivers", object("name", "Dee Dee"), carrier, "Idempotency-Key", key)
                .expect(201);
        try (var connection = TestServer.connectAsOwner();
                var age = connection.prepareStatement(
                        "UPDATE shared.idempotent_answer SET created_at = created_at - interval '25 hours' WHERE key = ?")) {
            age.setString(1, key);
            assertEquals(1, age.executeUpdate());
        }
        Rest.post("/api/drivers", object("name", "Somebody else"), carrier, "Idempotency-Key", key)
                .expect(201);
        assertEquals(2, Rest.get("/api/drivers", carrier).body().path("items").size());
    }

    @Test
    void keysThatAreNoneAreRefused() {
        Person carrier = People.carrier();
        Rest.post("/api/drivers", object("name", "Dee Dee"), carrier, "Idempotency-Key", "k".repeat(129))
                .expect(422, "request/idempotency-key");
        Rest.post("/api/drivers", object("name", "Dee Dee"), carrier, "Idempotency-Key", "two words")
                .expect(422, "request/idempotency-key");
    }

    @Test
    void moneyIsToppedUpOnceHoweverOftenTheRequestComes() throws Exception {
        Person shipper = People.shipper();
        Object amount = object("amount", object("amount", "100.00", "currency", "USD"));
        AccountsIT.together(
                10, () -> Rest.post("/api/wallet/top-ups", amount, shipper, "Idempotency-Key", "one-top-up"));
        Rest.post("/api/wallet/top-ups", amount, shipper, "Idempotency-Key", "one-top-up")
                .expect(201);
        assertEquals(
                "100.00",
                Rest.get("/api/wallet", shipper)
                        .expect(200)
                        .body()
                        .at("/balances/0/available/amount")
                        .asText());
    }

    @Test
    void answersThatHoldSecretsAreNotKept() throws Exception {
        Person owner = People.shipper();
        String key = UUID.randomUUID().toString();
        Object invite = object("email", People.newEmail(), "roles", List.of("OFFICE"));
        String members = "/api/organisations/" + owner.organisationId() + "/members";
        String link = Rest.post(members, invite, owner, "Idempotency-Key", key)
                .expect(201)
                .text("link");
        String ticket = Rest.post("/api/live/tickets", null, owner, "Idempotency-Key", key)
                .expect(200)
                .text("ticket");
        assertTrue(!ticket.equals(Rest.post("/api/live/tickets", null, owner, "Idempotency-Key", key)
                .expect(200)
                .text("ticket")));
        String invitation = "/api/auth/invitations/accept";
        Rest.post(
                        invitation,
                        object("token", Links.token(link), "name", "New One", "password", People.PASSWORD),
                        null,
                        "Idempotency-Key",
                        key)
                .expect(201);
        Object login = object("email", owner.email(), "password", People.PASSWORD);
        Rest.post("/api/auth/login", login, owner, "Idempotency-Key", key).expect(200);
        Rest.post("/api/auth/switch", object("organisationId", owner.organisationId()), owner, "Idempotency-Key", key)
                .expect(200);
        try (var connection = TestServer.connectAsOwner();
                var kept = connection.prepareStatement("SELECT count(*) FROM shared.idempotent_answer WHERE key = ?")) {
            kept.setString(1, key);
            var count = kept.executeQuery();
            assertTrue(count.next());
            assertEquals(0, count.getInt(1));
        }
    }

    @Test
    void callsThatWriteOutsideOfTheTransactionTakeKeysToo() {
        Person admin = People.admin();
        Object date = object("date", "2026-01-02");
        String run = Rest.post("/api/reports/lanes/runs", date, admin, "Idempotency-Key", "one-run")
                .expect(202)
                .text("id");
        assertEquals(
                run,
                Rest.post("/api/reports/lanes/runs", date, admin, "Idempotency-Key", "one-run")
                        .expect(202)
                        .text("id"));
        Person shipper = People.shipper();
        Rest.post("/api/live/tickets", null, shipper, "Idempotency-Key", "one-ticket")
                .expect(200);
        Rest.post(
                        "/api/auth/switch",
                        object("organisationId", shipper.organisationId()),
                        shipper,
                        "Idempotency-Key",
                        "one-switch")
                .expect(200);
    }
}
