package org.lanerunner.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Codes by mail or SMS: a second factor where the organisation says so, for who has no better one, and never all from one mailbox. */
@SystemTest
class MessageCodesIT {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final String NEW = "quite another password";
    private static final String REPORTS = "/api/reports/lanes?date=2026-01-02";
    private static final String PHONE = "/api/me/profile/phone";
    private static final int GUESSES = 5;

    @Test
    void aCodeByMailIsEnoughWhereTheOrganisationTakesIt() {
        Person owner = People.carrier();
        SecondFactors.app(owner);
        Person member = People.member(owner, "OFFICE");
        Sql.run("UPDATE identity.person SET verified_at = now() WHERE id = '" + member.personId() + "'");
        Rest.post("/api/factors/mail", null, member).expect(409, "factors/mail-not-taken");
        policy(owner, true, "codesByMail", true);
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
        longAgo(member);
        String proven = Rest.call("POST", "/api/auth/prove", object("method", "PASSWORD", "code", People.PASSWORD), in)
                .expect(200)
                .text("accessToken");
        Rest.call("GET", REPORTS, null, proven).expect(200);
        policy(owner, true, "codesByMail", false);
        Eventually.get(() -> Rest.call("GET", REPORTS, null, in).status(), status -> status == 401);
        Rest.post("/api/auth/login", object("email", member.email(), "password", People.PASSWORD), null)
                .expect(200)
                .text("accessToken");
    }

    @Test
    void aCodeBySmsFinishesSigningInAndProvesAnewWhereTheOrganisationTakesIt() {
        Person owner = People.carrier();
        SecondFactors.app(owner);
        Person member = People.member(owner, "OFFICE");
        Sql.run("UPDATE identity.person SET verified_at = now() WHERE id = '" + member.personId() + "'");
        policy(owner, true, "codesBySms", true);
        Person bound = member.refreshed();
        Rest.post("/api/factors/sms", null, bound).expect(409, "factors/sms-not-taken");
        String phone = SecondFactors.phone(bound);
        Answer on = Rest.post("/api/factors/sms", null, bound).expect(200);
        assertTrue(on.body().at("/codesBySms/allowed").asBoolean());
        assertTrue(on.body().path("codesByMail").isNull());
        Rest.post("/api/factors/sms", null, bound).expect(409, "factors/sms-already");
        Rest.get(REPORTS, bound).expect(403);

        Answer asked = SecondFactors.signIn(member).expect(200);
        assertEquals("[\"SMS\"]", asked.body().path("methods").toString());
        String challenge = asked.text("challenge");
        send(challenge).expect(202);
        String code = code(phone);
        send(challenge).expect(429, "factors/code-sent");
        SecondFactors.finish(challenge, "MAIL", code).expect(401, "factors/not-right");
        List<Integer> answers = AtOnce.all(Collections.nCopies(2, (Callable<Integer>)
                () -> SecondFactors.finish(challenge, "SMS", code).status()));
        assertEquals(1, Collections.frequency(answers, 200), answers::toString);

        Person in = Person.of(member, signedInBySms(member, phone));
        Rest.get(REPORTS, in).expect(200);
        longAgo(member);
        Person old = in.refreshed();
        Rest.call("DELETE", PHONE, null, old.accessToken()).expect(403, "identity/proof-needed");
        prove(old, null, "PASSWORD", People.PASSWORD).expect(409, "factors/show-a-factor");
        Answer sent = proveSent(old).expect(200);
        proveSent(old).expect(429, "factors/code-sent");
        prove(old, "of-nobody", "SMS", code(phone)).expect(403, "factors/challenge-over");
        prove(old, sent.text("challenge"), "SMS", "000").expect(403, "factors/not-right");
        String proven = prove(old, sent.text("challenge"), "SMS", code(phone))
                .expect(200)
                .text("accessToken");
        prove(old, sent.text("challenge"), "SMS", code(phone)).expect(403, "factors/challenge-over");
        Rest.call("GET", REPORTS, null, proven).expect(200);
        policy(owner, true, "codesBySms", false);
        Eventually.get(() -> Rest.call("GET", REPORTS, null, proven).status(), status -> status == 401);
        SecondFactors.signIn(member).expect(200).text("accessToken");
    }

    @Test
    void theNumberThatCodesGoToChangesAndGoesAsAFactorDoes() {
        Person person = People.shipper();
        policyBySql(person, true);
        String before = SecondFactors.phone(person);
        Rest.post("/api/factors/sms", null, person).expect(200);
        Person elsewhere = Person.of(person, signedInBySms(person, before));
        String pending = SecondFactors.challenge(person);
        send(pending).expect(202);
        String sentBefore = code(before);

        String waiting = People.phoneCode(person);
        longAgo(person);
        Person old = person.refreshed();
        Rest.post(PHONE + "/confirm", object("code", waiting), old).expect(403, "identity/proof-needed");
        unpaused(person);
        String challenge = proveSent(old).expect(200).text("challenge");
        String proven = prove(old, challenge, "SMS", code(before)).expect(200).text("accessToken");
        Rest.call("POST", PHONE + "/confirm", object("code", waiting), proven).expect(204);
        SecondFactors.finish(pending, "SMS", sentBefore).expect(401, "factors/not-right");
        Rest.get("/api/me", elsewhere).expect(401, "identity/session-ended");
        assertTrue(Rest.get("/api/me", elsewhere.refreshed())
                .body()
                .path("factorNeeded")
                .asBoolean());
        assertTrue(!Rest.call("GET", "/api/me", null, proven)
                .body()
                .path("factorNeeded")
                .asBoolean());

        Rest.call("DELETE", PHONE, null, proven).expect(204);
        assertEquals("identity/phone-removed", Mails.lastKind(person.email()));
        assertTrue(SecondFactors.of(old.refreshed()).at("/codesBySms/since").isNull());
        Rest.call("DELETE", "/api/factors/sms", null, proven).expect(401);
        SecondFactors.signIn(person).expect(200).text("accessToken");
    }

    @Test
    void thePhoneIsAskedForBeforeTheMailboxAlsoAfterANewPasswordByMail() {
        Person person = turnedOn();
        String phone = SecondFactors.phone(person);
        Rest.post("/api/factors/sms", null, person).expect(200);
        Rest.post("/api/auth/forgot", object("email", person.email()), null).expect(202);
        Rest.post("/api/auth/reset", object("token", Mails.token(person.email()), "password", People.PASSWORD), null)
                .expect(204);
        Answer asked = SecondFactors.signIn(person).expect(200);
        assertEquals("[\"SMS\"]", asked.body().path("methods").toString());
        send(asked.text("challenge")).expect(202);
        Answer in = SecondFactors.finish(asked.text("challenge"), "SMS", code(phone))
                .expect(200);
        Rest.call("POST", "/api/factors/app", null, in.text("accessToken")).expect(200);
        Rest.call("DELETE", "/api/factors/sms", null, in.text("accessToken")).expect(204);
        Rest.call(
                        "DELETE",
                        "/api/factors/sms",
                        null,
                        Person.of(person, in).refreshed().accessToken())
                .expect(409, "factors/mailed-password");
    }

    @Test
    void whoAsksForCodesOfSomebodyElsesUsesUpTheirsForAnHourAndStrangersDoNot() {
        Person person = People.shipper();
        policyBySql(person, false);
        String phone = SecondFactors.phone(person);
        Rest.post("/api/factors/sms", null, person).expect(200);
        delivered(2100, "'VERIFICATION'", "identity/phone-code", phone, "NULL");
        String challenge = SecondFactors.challenge(person);
        List<Integer> answers = AtOnce.all(Collections.nCopies(3, (Callable<Integer>)
                () -> send(SecondFactors.challenge(person)).status()));
        assertEquals(1, Collections.frequency(answers, 202), answers::toString);
        Sql.run("DELETE FROM outbound.delivery WHERE person_id = '" + person.personId() + "'");
        delivered(10, "NULL", "factors/sign-in-code", phone, "'" + person.personId() + "'");
        unpaused(person);
        Answer many = send(challenge).expect(429, "factors/too-many-codes");
        assertTrue(many.text("detail").contains("set a new one by mail"), many::toString);
        Sql.run("UPDATE outbound.delivery SET created_at = now() - interval '2 h' WHERE person_id = '"
                + person.personId() + "'");
        send(challenge).expect(202);
        unpaused(person);
        send(challenge).expect(429, "factors/too-many-codes");
        Sql.run("DELETE FROM outbound.delivery WHERE address_key = '" + phone + "'");
    }

    @Test
    void aCodeGoesByTheProviderOfSms() {
        WireMockServer provider = new WireMockServer(wireMockConfig().port(TestServer.smsPort()));
        provider.start();
        try {
            provider.stubFor(
                    post(anyUrl()).willReturn(aResponse().withStatus(201).withBody("{\"sid\": \"SM5\"}")));
            Person person = People.shipper();
            policyBySql(person, false);
            SecondFactors.phone(person);
            Sql.run("UPDATE identity.profile SET phone = '+12015559876' WHERE person_id = '" + person.personId() + "'");
            Rest.post("/api/factors/sms", null, person).expect(200);
            String challenge = SecondFactors.challenge(person);
            send(challenge).expect(202);
            Eventually.get(() -> provider.getAllServeEvents().size(), size -> size == 1);
            String form = URLDecoder.decode(
                    provider.getAllServeEvents().get(0).getRequest().getBodyAsString(), StandardCharsets.UTF_8);
            assertTrue(form.contains("To=+12015559876"), form);
            Matcher code = CODE.matcher(form.substring(form.indexOf("Body=") + "Body=".length()));
            assertTrue(code.find(), form);
            SecondFactors.finish(challenge, "SMS", code.group(1)).expect(200);
        } finally {
            provider.stop();
        }
    }

    @Test
    void whoHasABetterFactorShowsThatAndAnotherOrganisationAsksForIt() {
        Person owner = People.carrier();
        SecondFactors.App app = SecondFactors.app(owner);
        policy(owner, false, "codesByMail", true);
        Rest.post("/api/factors/mail", null, owner).expect(200);
        Answer asked = SecondFactors.signIn(owner).expect(200);
        assertEquals(
                "[\"CODE\",\"RECOVERY_CODE\"]", asked.body().path("methods").toString());
        send(asked.text("challenge")).expect(409, "factors/no-code-sent");
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
        Rest.call("POST", "/api/factors/sms", null, in).expect(409, "factors/mailed-password");
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
        Sql.run("UPDATE identity.organisation SET codes_by_mail = true, codes_by_sms = true, requires_second_factor = "
                + needed + " WHERE id = '" + person.organisationId() + "'");
    }

    private static void policy(Person owner, boolean needed, String codes, boolean taken) {
        Rest.call(
                        "PUT",
                        "/api/organisations/" + owner.organisationId() + "/policy",
                        object("secondFactor", needed, codes, taken),
                        owner.accessToken())
                .expect(200);
    }

    private static void delivered(int many, String unverifiedFor, String kind, String phone, String person) {
        Sql.run(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, calling_code, unverified_for, person_id, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " SELECT gen_random_uuid(), 'SMS', '" + kind + "', '" + phone + "', '" + phone + "', '+1', "
                        + unverifiedFor + ", " + person
                        + ", 'SENT', 0, 0, now(), now(), now() FROM generate_series(1, " + many + ")");
    }

    private static void unpaused(Person person) {
        Sql.run("UPDATE factors.challenge SET code_sent_at = NULL WHERE person_id = '" + person.personId() + "'");
    }

    private static void longAgo(Person person) {
        Sql.run("UPDATE identity.session SET proven_at = proven_at - interval '5 h' WHERE person_id = '"
                + person.personId() + "'");
    }

    private static Answer proveSent(Person person) {
        return Rest.post("/api/auth/prove/code", null, person);
    }

    private static Answer prove(Person person, String challenge, String method, String code) {
        return Rest.post("/api/auth/prove", object("challenge", challenge, "method", method, "code", code), person);
    }

    private static Answer signedInBySms(Person person, String phone) {
        String challenge = SecondFactors.challenge(person);
        unpaused(person);
        send(challenge).expect(202);
        return SecondFactors.finish(challenge, "SMS", code(phone)).expect(200);
    }

    private static Answer send(String challenge) {
        return Rest.post("/api/auth/login/code", object("challenge", challenge), null);
    }

    /** Signs in with the next code, as if the pause were over. */
    private static String in(Person person) {
        String challenge = SecondFactors.challenge(person);
        unpaused(person);
        send(challenge).expect(202);
        return SecondFactors.finish(challenge, "MAIL", code(person)).expect(200).text("accessToken");
    }

    private static String code(Person person) {
        return code(person.email());
    }

    /** In the newest message to the address or number. */
    private static String code(String to) {
        Matcher code = CODE.matcher(Mails.last(to).path("text").asText());
        assertTrue(code.find());
        return code.group(1);
    }
}
