package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Codes by mail: a second factor where the organisation says so, for who has no better one, and never all from one mailbox. */
@SystemTest
class MailedCodesIT {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final String NEW = "quite another password";
    private static final String REPORTS = "/api/reports/lanes?date=2026-01-02";
    private static final int GUESSES = 5;

    @Test
    void aCodeByMailIsEnoughWhereTheOrganisationTakesIt() {
        Person owner = People.carrier();
        SecondFactors.app(owner);
        Person member = People.member(owner, "OFFICE");
        Sql.run("UPDATE identity.person SET verified_at = now() WHERE id = '" + member.personId() + "'");
        Rest.post("/api/factors/mail", null, member).expect(409, "factors/mail-not-taken");
        policy(owner, true, true);
        Person bound = member.refreshed();
        Rest.get(REPORTS, bound).expect(403);
        Answer on = Rest.post("/api/factors/mail", null, bound).expect(200);
        assertTrue(on.body().at("/codesByMail/allowed").asBoolean());
        Rest.post("/api/factors/mail", null, bound).expect(409, "factors/mail-already");

        Answer asked = SecondFactors.signIn(member).expect(200);
        assertEquals("[\"MAIL\"]", asked.body().path("methods").toString());
        String challenge = asked.text("challenge");
        send(challenge).expect(202);
        assertEquals("factors/sign-in-code", Mails.lastKind(member.email()));
        String code = code(member);
        send(challenge).expect(429, "factors/code-sent");
        SecondFactors.finish(SecondFactors.challenge(member), "MAIL", code).expect(401, "factors/not-right");
        List<Integer> answers = AtOnce.all(Collections.nCopies(2, (Callable<Integer>)
                () -> SecondFactors.finish(challenge, "MAIL", code).status()));
        assertEquals(1, Collections.frequency(answers, 200), answers::toString);

        String in = in(member);
        Rest.call("GET", REPORTS, null, in).expect(200);
        Sql.run("UPDATE identity.session SET proven_at = proven_at - interval '5 h' WHERE person_id = '"
                + member.personId() + "'");
        String proven = Rest.call("POST", "/api/auth/prove", object("method", "PASSWORD", "code", People.PASSWORD), in)
                .expect(200)
                .text("accessToken");
        Rest.call("GET", REPORTS, null, proven).expect(200);
        policy(owner, true, false);
        Eventually.get(() -> Rest.call("GET", REPORTS, null, in).status(), status -> status == 401);
        Rest.post("/api/auth/login", object("email", member.email(), "password", People.PASSWORD), null)
                .expect(200)
                .text("accessToken");
    }

    @Test
    void whoHasABetterFactorShowsThatAndAnotherOrganisationAsksForIt() {
        Person owner = People.carrier();
        SecondFactors.App app = SecondFactors.app(owner);
        policy(owner, false, true);
        Rest.post("/api/factors/mail", null, owner).expect(200);
        Answer asked = SecondFactors.signIn(owner).expect(200);
        assertEquals(
                "[\"CODE\",\"RECOVERY_CODE\"]", asked.body().path("methods").toString());
        send(asked.text("challenge")).expect(409, "factors/mail-not-taken");
        SecondFactors.finish(
                        asked.text("challenge"),
                        "RECOVERY_CODE",
                        app.recoveryCodes().get(0))
                .expect(200);
        Rest.call("DELETE", "/api/factors/mail", null, owner.accessToken()).expect(204);
        Rest.call("DELETE", "/api/factors/mail", null, owner.accessToken()).expect(409, "factors/no-mail");
        Person administrator = People.admin();
        Rest.post("/api/factors/mail", null, administrator).expect(409, "factors/mail-not-taken");
    }

    @Test
    void guessesAreCountedAndACodeEndsWithItsTime() {
        Person person = turnedOn();
        for (int i = 0; i < GUESSES; i++) {
            SecondFactors.finish(SecondFactors.challenge(person), "MAIL", "00000")
                    .expect(401, "factors/not-right");
        }
        String challenge = SecondFactors.challenge(person);
        send(challenge).expect(202);
        SecondFactors.finish(challenge, "MAIL", code(person)).expect(429, "factors/too-many-wrong");
        Sql.run(
                "DELETE FROM factors.wrong_code WHERE person_id = '" + person.personId() + "'",
                "UPDATE factors.challenge SET code_until = now() WHERE person_id = '" + person.personId() + "'");
        SecondFactors.finish(challenge, "MAIL", code(person)).expect(401, "factors/not-right");
    }

    @Test
    void oneMailboxIsOneFactor() {
        Person person = turnedOn();
        Rest.post("/api/auth/forgot", object("email", person.email()), null).expect(202);
        Rest.post("/api/auth/reset", object("token", Mails.token(person.email()), "password", NEW), null)
                .expect(204);
        policyBySql(person, true);
        String in = Rest.post("/api/auth/login", object("email", person.email(), "password", NEW), null)
                .expect(200)
                .text("accessToken");
        JsonNode me = Rest.call("GET", "/api/me", null, in).expect(200).body();
        assertTrue(me.path("factorNeeded").asBoolean(), me::toString);
        Rest.call("POST", "/api/me/password", object("current", NEW, "password", NEW + "!"), in)
                .expect(204);
        in = Rest.post("/api/auth/login", object("email", person.email(), "password", NEW + "!"), null)
                .expect(200)
                .text("accessToken");
        Rest.call("POST", "/api/factors/app", null, in).expect(409, "factors/mailed-password");
        Rest.call("DELETE", "/api/factors/mail", null, in).expect(409, "factors/mailed-password");
        SecondFactors.byName("POST", "/api/factors/passkeys/begin", null, in).expect(409, "factors/mailed-password");
        Sql.run("UPDATE identity.person SET password_mailed_at = now() - interval '73 h' WHERE id = '"
                + person.personId() + "'");
        Answer asked = Rest.post("/api/auth/login", object("email", person.email(), "password", NEW + "!"), null)
                .expect(200);
        send(asked.text("challenge")).expect(202);
        String shown = SecondFactors.finish(asked.text("challenge"), "MAIL", code(person))
                .expect(200)
                .text("accessToken");
        assertTrue(!Rest.call("GET", "/api/me", null, shown)
                .expect(200)
                .body()
                .path("factorNeeded")
                .asBoolean());
        Sql.run("UPDATE identity.session SET proven_by = 'fed mail' WHERE person_id = '" + person.personId() + "'");
        Rest.call("POST", "/api/factors/app", null, shown).expect(409, "factors/password-first");
        SecondFactors.byName("POST", "/api/factors/passkeys/begin", null, shown).expect(409, "factors/password-first");
        Sql.run("UPDATE identity.session SET proven_by = 'mail pwd' WHERE person_id = '" + person.personId() + "'");
        Rest.call("POST", "/api/factors/app", null, shown).expect(200);
    }

    private static Person turnedOn() {
        Person person = People.shipper();
        policyBySql(person, false);
        Person elsewhere = Person.of(person, SecondFactors.signIn(person).expect(200));
        Rest.post("/api/factors/mail", null, person).expect(200);
        Rest.get("/api/me", elsewhere).expect(401, "identity/session-ended");
        return person;
    }

    private static void policyBySql(Person person, boolean needed) {
        Sql.run("UPDATE identity.organisation SET codes_by_mail = true, requires_second_factor = " + needed
                + " WHERE id = '" + person.organisationId() + "'");
    }

    private static void policy(Person owner, boolean needed, boolean mail) {
        Rest.call(
                        "PUT",
                        "/api/organisations/" + owner.organisationId() + "/policy",
                        object("secondFactor", needed, "codesByMail", mail),
                        owner.accessToken())
                .expect(200);
    }

    private static Answer send(String challenge) {
        return Rest.post("/api/auth/login/code", object("challenge", challenge), null);
    }

    /** Signs in with the next code, as if the pause were over. */
    private static String in(Person person) {
        String challenge = SecondFactors.challenge(person);
        Sql.run("UPDATE factors.challenge SET code_sent_at = NULL WHERE person_id = '" + person.personId() + "'");
        send(challenge).expect(202);
        return SecondFactors.finish(challenge, "MAIL", code(person)).expect(200).text("accessToken");
    }

    private static String code(Person person) {
        Matcher code = CODE.matcher(Mails.last(person.email()).path("text").asText());
        assertTrue(code.find());
        return code.group(1);
    }
}
