package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The way back of who lost password, second factors and recovery codes: a wait that all concerned are told of and can end, and that nothing shortens. */
@SystemTest
class WayBackIT {

    private static final String NEW = "quite another password";
    private static final String OF_NOBODY =
            "SELECT count(*) FROM identity.mail_link WHERE purpose = 'WAY_BACK' AND person_id IS NULL";
    private static final Duration WAIT = Duration.ofHours(72);

    @Test
    void whoLostEverythingComesBackAfterTheWaitWithoutFactorsAndSessions() {
        Person person = People.shipper();
        SecondFactors.App app = SecondFactors.app(person);
        SecondFactors.passkey(person, "Key");
        Sql.run("INSERT INTO federation.login (id, person_id, issuer, subject, label, linked_at, version)"
                + " VALUES (gen_random_uuid(), '" + person.personId() + "', 'https://elsewhere', '" + person.personId()
                + "', 'Linked', now(), 0)");
        Instant before = Instant.now();
        Answer begun = begin(asked(person)).expect(200);
        assertWaits(before, WAIT, begun);
        assertEquals("identity/way-back-begun", Mails.lastKind(person.email()));
        assertEquals(begun.text("readyAt"), Rest.get("/api/me", person).text("wayBackAt"));
        SecondFactors.finish(
                        SecondFactors.challenge(person),
                        "RECOVERY_CODE",
                        app.recoveryCodes().get(0))
                .expect(200);

        waitIsOver(person);
        String token = lastLink(person);
        finish(token, "short").expect(422);
        SecondFactors.challenge(person);
        List<Integer> answers = AtOnce.all(List.<Callable<Integer>>of(
                () -> finish(token, NEW).status(), () -> finish(token, NEW).status()));
        assertEquals(1, Collections.frequency(answers, 204), answers::toString);
        finish(token, NEW).expect(404);
        Eventually.get(() -> Rest.get("/api/me", person).status(), status -> status == 401);
        assertEquals("identity/way-back-done", Mails.lastKind(person.email()));
        SecondFactors.signIn(person).expect(401);
        Answer in = Rest.post("/api/auth/login", object("email", person.email(), "password", NEW), null)
                .expect(200);
        JsonNode left = Rest.call("GET", "/api/factors", null, in.text("accessToken"))
                .expect(200)
                .body();
        assertTrue(left.path("app").isNull() && left.path("passkeys").isEmpty(), left::toString);
        assertEquals(0, left.path("recoveryCodes").asInt());
        assertEquals(
                0, Sql.number("SELECT count(*) FROM federation.login WHERE person_id = '" + person.personId() + "'"));
        assertEquals(
                "way-back.begun,way-back.finished",
                Sql.text(
                        "SELECT string_agg(action, ',' ORDER BY id) FROM audit.entry WHERE action LIKE 'way-back.%' AND subject_id IN"
                                + " (SELECT id FROM identity.way_back WHERE person_id = '" + person.personId() + "')"));
    }

    /** A password that is set by mail is not enough for them: the code is asked for all the same. */
    @Test
    void whoLostTheTelephoneThatCodesGoToComesBack() {
        Person person = People.shipper();
        Sql.run("UPDATE identity.organisation SET codes_by_mail = true, codes_by_sms = true WHERE id = '"
                + person.organisationId() + "'");
        Rest.post("/api/factors/mail", null, person).expect(200);
        ask(person.email());
        assertEquals("identity/way-back-needless", Mails.lastKind(person.email()));
        SecondFactors.phone(person);
        Rest.post("/api/factors/sms", null, person).expect(200);
        begin(asked(person)).expect(200);
        waitIsOver(person);
        finish(lastLink(person), NEW).expect(204);
        String in = Rest.post("/api/auth/login", object("email", person.email(), "password", NEW), null)
                .expect(200)
                .text("accessToken");
        assertTrue(Rest.call("GET", "/api/factors", null, in)
                .expect(200)
                .body()
                .at("/codesBySms/since")
                .isNull());
    }

    @Test
    void whoeverIsSignedInStopsItAndWhoBeginsItAgainWaitsLonger() {
        Person person = People.shipper();
        SecondFactors.app(person);
        Rest.post("/api/me/way-back/stop", null, person).expect(409, "identity/no-way-back");
        begin(asked(person)).expect(200);
        waitIsOver(person);
        String token = lastLink(person);
        String ofPerson = " WHERE person_id = '" + person.personId() + "'";
        Sql.run("UPDATE identity.way_back SET finish_until = now() - interval '1 s'" + ofPerson);
        assertTrue(
                Rest.get("/api/me", person).body().path("wayBackAt").isNull(), "nobody is warned of one that is over");
        Sql.run("UPDATE identity.way_back SET finish_until = now() + interval '1 h'" + ofPerson);
        Rest.post("/api/me/way-back/stop", null, person).expect(204);
        finish(token, NEW).expect(404);
        assertEquals("identity/way-back-stopped", Mails.lastKind(person.email()));
        SecondFactors.challenge(person);

        for (int doubled : List.of(2, 4, 8, 8)) {
            Instant before = Instant.now();
            String first = asked(person);
            assertWaits(before, WAIT.multipliedBy(doubled), begin(first).expect(200));
            stop(Mails.token(person.email())).expect(204);
            begin(first).expect(404);
        }
        begin(asked(person)).expect(429, "identity/way-back-too-often");
    }

    @Test
    void nothingIsShortenedByAskingAgainAndWhoSetsAPasswordIsNotLost() {
        Person person = People.shipper();
        SecondFactors.App app = SecondFactors.app(person);
        Answer begun = begin(asked(person)).expect(200);
        String stop = Mails.token(person.email());
        assertEquals(begun.text("readyAt"), begin(asked(person)).expect(200).text("readyAt"));
        finish(stop, NEW).expect(404);
        Rest.post("/api/auth/forgot", object("email", person.email()), null).expect(202);
        Rest.post("/api/auth/reset", object("token", Mails.token(person.email()), "password", NEW), null)
                .expect(204);
        Answer asked = Rest.post("/api/auth/login", object("email", person.email(), "password", NEW), null)
                .expect(200);
        String in = SecondFactors.finish(
                        asked.text("challenge"),
                        "RECOVERY_CODE",
                        app.recoveryCodes().get(0))
                .expect(200)
                .text("accessToken");
        assertEquals(
                begun.text("readyAt"), Rest.call("GET", "/api/me", null, in).text("wayBackAt"));
        Rest.call("POST", "/api/me/password", object("password", People.PASSWORD), in)
                .expect(204);
        assertTrue(
                Rest.call("GET", "/api/me", null, in).body().path("wayBackAt").isNull());
        stop(stop).expect(404);
    }

    @Test
    void theOtherOwnersAreToldAndAStopInTheMailIsEnough() {
        Person owner = People.carrier();
        Person other = People.member(owner, "OWNER");
        Person member = People.member(owner, "OFFICE");
        Sql.run("UPDATE identity.person SET verified_at = now() WHERE id IN ('" + other.personId() + "', '"
                + member.personId() + "')");
        String before = Mails.lastKind(member.email());
        SecondFactors.app(owner);
        begin(asked(owner)).expect(200);
        assertEquals("identity/members-way-back", Mails.lastKind(other.email()));
        assertEquals(before, Mails.lastKind(member.email()));
        stop(Mails.token(owner.email())).expect(204);
    }

    @Test
    void noAnswerTellsWhoseAddressItIsAndTheMailSaysWhatToDo() {
        long ofNobody = Sql.number(OF_NOBODY);
        Person withoutFactor = People.shipper();
        ask(withoutFactor.email());
        assertEquals("identity/way-back-needless", Mails.lastKind(withoutFactor.email()));
        String nobodys = Mails.newAddress();
        ask(nobodys);
        assertEquals("identity/account-missing", Mails.lastKind(nobodys));
        Person administrator = People.admin();
        ask(administrator.email());
        assertEquals("identity/way-back-none", Mails.lastKind(administrator.email()));
        Rest.post("/api/auth/way-back", object("email", "nobody"), null).expect(422);
        assertTrue(Sql.number(OF_NOBODY) >= ofNobody + 3, "the same is written for each");
    }

    private static void assertWaits(Instant before, Duration wait, Answer begun) {
        Instant readyAt = Instant.parse(begun.text("readyAt"));
        assertTrue(
                !readyAt.isBefore(before.plus(wait).minusSeconds(1))
                        && readyAt.isBefore(before.plus(wait).plusSeconds(120)),
                () -> "ready at " + readyAt);
    }

    private static void ask(String address) {
        Rest.post("/api/auth/way-back", object("email", address), null).expect(202);
    }

    /** The link of the first mail. */
    private static String asked(Person person) {
        ask(person.email());
        assertEquals("identity/way-back-asked", Mails.lastKind(person.email()));
        return Mails.token(person.email());
    }

    private static Answer begin(String token) {
        return Rest.post("/api/auth/way-back/begin", object("token", token), null);
    }

    private static Answer stop(String token) {
        return Rest.post("/api/auth/way-back/stop", object("token", token), null);
    }

    private static Answer finish(String token, String password) {
        return Rest.post("/api/auth/way-back/finish", object("token", token, "password", password), null);
    }

    /** As if the days had passed: the server looks by itself. */
    private static void waitIsOver(Person person) {
        Sql.run("UPDATE identity.way_back SET ready_at = now() WHERE status = 'WAITING' AND person_id = '"
                + person.personId() + "'");
        Eventually.get(() -> Mails.lastKind(person.email()), "identity/way-back-ready"::equals);
    }

    private static String lastLink(Person person) {
        return Mails.token(person.email());
    }
}
