package org.lanerunner.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
        // what its owner does opens no member's account by the password alone: it is asked for, and counts no more
        Rest.call("GET", REPORTS, null, in(member)).expect(403);
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
        proveSent(old).expect(429, "factors/code-sent");
        unpaused(member);
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
        Person after = Person.of(member, signedInBySms(member, phone));
        Rest.get(REPORTS, after).expect(403);
        assertFalse(SecondFactors.of(after).at("/codesBySms/allowed").asBoolean());
        Rest.call("DELETE", "/api/factors/sms", null, after.accessToken()).expect(204);
        SecondFactors.signIn(member).expect(200).text("accessToken");
        Rest.post("/api/factors/sms", null, after.refreshed()).expect(409, "factors/sms-not-taken");
    }

    @Test
    void theCodeToProveAnewIsAnotherThanTheOneToSignInAndOfOneSession() {
        Person person = bySms();
        String phone = phoneOf(person);
        Person in = Person.of(person, signedInBySms(person, phone));
        Person elsewhere = Person.of(person, signedInBySms(person, phone));
        assertEquals("factors/sign-in-code", Mails.lastKind(phone));
        send(SecondFactors.challenge(person)).expect(429, "factors/code-sent");
        delivered(10, "factors/sign-in-code", phone, "'" + person.personId() + "'", "NULL");
        unpaused(person);
        String challenge = proveSent(in).expect(200).text("challenge");
        assertEquals("factors/prove-code", Mails.lastKind(phone));
        assertTrue(Mails.last(phone).path("text").asText().contains("where you are signed in"));
        prove(elsewhere, challenge, "SMS", code(phone)).expect(403, "factors/challenge-over");
        prove(in, challenge, "SMS", code(phone)).expect(200);
        Sql.run("DELETE FROM outbound.delivery WHERE address_key = '" + phone + "'");
    }

    @Test
    void thePasswordAloneChangesNeitherItselfNorTheAddressOfWhoHasCodesSentToTheTelephone() {
        Person person = bySms();
        longAgo(person);
        Person old = person.refreshed();
        Object change = object("current", People.PASSWORD, "password", NEW);
        Rest.post("/api/me/password", change, old).expect(403, "identity/proof-needed");
        Rest.post("/api/me/address", object("current", People.PASSWORD, "email", Mails.newAddress()), old)
                .expect(403, "identity/proof-needed");
        String challenge = proveSent(old).expect(200).text("challenge");
        String proven =
                prove(old, challenge, "SMS", code(phoneOf(person))).expect(200).text("accessToken");
        Rest.call("POST", "/api/me/password", change, proven).expect(204);
    }

    @Test
    void whoSignsInOrProvesByThePasswordWhileCodesComeSeesThem() throws Exception {
        Person person = People.shipper();
        policyBySql(person, false);
        SecondFactors.phone(person);
        for (boolean signsIn : List.of(true, false)) {
            Sql.run("DELETE FROM factors.codes_by_message WHERE person_id = '" + person.personId() + "'");
            Answer meanwhile = whileTheyCome(
                    person,
                    () -> signsIn ? SecondFactors.signIn(person) : prove(person, null, "PASSWORD", People.PASSWORD));
            if (signsIn) {
                meanwhile.expect(401, "identity/proof-outdated");
            } else {
                meanwhile.expect(409, "factors/show-a-factor");
            }
        }
    }

    @Test
    void aNumberThatNoSmsReachesFromHereIsNoFactorAndSaysSo() {
        Person person = People.shipper();
        policyBySql(person, false);
        SecondFactors.phone(person);
        String elsewhere =
                "UPDATE identity.profile SET phone = '+79123456789' WHERE person_id = '" + person.personId() + "'";
        Sql.run(elsewhere);
        Rest.post("/api/factors/sms", null, person).expect(503, "outbound/no-sms");
        SecondFactors.phone(person);
        Rest.post("/api/factors/sms", null, person).expect(200);
        Sql.run(elsewhere);
        send(SecondFactors.challenge(person)).expect(503, "outbound/no-sms");
        proveSent(person).expect(503, "outbound/no-sms");
    }

    @Test
    void whatWasSentToAnAddressOfBeforeIsGoodNoMore() {
        Person person = turnedOn();
        String challenge = SecondFactors.challenge(person);
        send(challenge).expect(202);
        String code = code(person);
        Sql.run("UPDATE identity.person SET email = 'x' || email, email_key = 'x' || email_key WHERE id = '"
                + person.personId() + "'");
        SecondFactors.finish(challenge, "MAIL", code).expect(401, "factors/not-right");
        Sql.run("UPDATE identity.person SET email = substr(email, 2), email_key = substr(email_key, 2) WHERE id = '"
                + person.personId() + "'");
        SecondFactors.finish(challenge, "MAIL", code).expect(200);
    }

    @Test
    void beyondWhatOthersHaveUsedUpTheFirstCodesOfADayGoToAnEnd() {
        Person person = bySms();
        String phone = phoneOf(person);
        String own = "'" + person.personId() + "'";
        try {
            delivered(2100, "factors/sign-in-code", "+12015550105", "NULL", "NULL");
            send(SecondFactors.challenge(person)).expect(202);
            delivered(4, "factors/sign-in-code", phone, own, "NULL");
            unpaused(person);
            send(SecondFactors.challenge(person)).expect(429, "factors/too-many-codes-of-all");
            unpaused(person);
            proveSent(person).expect(200);
            Sql.run("DELETE FROM outbound.delivery WHERE address_key = '" + phone + "'");
            delivered(500, "factors/sign-in-code", "+12015550105", "NULL", "NULL");
            unpaused(person);
            send(SecondFactors.challenge(person)).expect(429, "factors/too-many-codes-of-all");
            Sql.run("DELETE FROM outbound.delivery WHERE address_key = '+12015550105'");
            delivered(5, "factors/sign-in-code", phone, own, "NULL");
            delivered(100, "factors/sign-in-code", "+12015550105", "NULL", "'" + person.organisationId() + "'");
            unpaused(person);
            send(SecondFactors.challenge(person)).expect(429, "factors/too-many-codes-of-all");
        } finally {
            Sql.run("DELETE FROM outbound.delivery WHERE address_key IN ('+12015550105', '" + phone + "')");
        }
    }

    @Test
    void aNumberHasNoEndOfPersons() {
        Person person = bySms();
        String phone = phoneOf(person);
        try {
            delivered(30, "factors/sign-in-code", phone, "NULL", "NULL");
            send(SecondFactors.challenge(person)).expect(429, "factors/too-many-codes");
            Sql.run("UPDATE outbound.delivery SET created_at = now() - interval '2 h' WHERE address_key = '" + phone
                    + "'");
            send(SecondFactors.challenge(person)).expect(202);
            assertEquals(
                    1,
                    Sql.number("SELECT count(*) FROM outbound.delivery WHERE own_share AND person_id = '"
                            + person.personId() + "' AND organisation_id = '" + person.organisationId() + "'"));
        } finally {
            Sql.run("DELETE FROM outbound.delivery WHERE address_key = '" + phone + "'");
        }
    }

    @Test
    void theNumberThatCodesGoToChangesAndGoesAsAFactorDoes() {
        Person person = People.shipper();
        policyBySql(person, true);
        String before = SecondFactors.phone(person);
        Rest.post("/api/factors/sms", null, person).expect(200);
        Person elsewhere = Person.of(person, signedInBySms(person, before));
        String pending = SecondFactors.challenge(person);
        unpaused(person);
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
        delivered(2100, "identity/phone-code", phone, "NULL", "NULL");
        String challenge = SecondFactors.challenge(person);
        List<Integer> answers = AtOnce.all(Collections.nCopies(3, (Callable<Integer>)
                () -> send(SecondFactors.challenge(person)).status()));
        assertEquals(1, Collections.frequency(answers, 202), answers::toString);
        Sql.run("DELETE FROM outbound.delivery WHERE person_id = '" + person.personId() + "'");
        delivered(10, "factors/sign-in-code", phone, "'" + person.personId() + "'", "NULL");
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

    /** As if so many had gone there today. */
    private static void delivered(int many, String kind, String phone, String person, String organisation) {
        boolean code = kind.startsWith("factors/");
        Sql.run(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, calling_code, unverified_for, own_share, person_id, organisation_id, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " SELECT gen_random_uuid(), 'SMS', '" + kind + "', '" + phone + "', '" + phone + "', '+1', "
                        + (code ? "NULL" : "'VERIFICATION'") + ", " + code + ", " + person + ", " + organisation
                        + ", 'SENT', 0, 0, now(), now(), now() FROM generate_series(1, " + many + ")");
    }

    /** Who has codes by SMS on, and nothing else. */
    private static Person bySms() {
        Person person = People.shipper();
        policyBySql(person, false);
        SecondFactors.phone(person);
        Rest.post("/api/factors/sms", null, person).expect(200);
        return person;
    }

    private static String phoneOf(Person person) {
        return Sql.text("SELECT phone FROM identity.profile WHERE person_id = '" + person.personId() + "'");
    }

    /** The answer to a call that meets the person held by who turns codes by SMS on. */
    private static Answer whileTheyCome(Person person, Supplier<Answer> call) throws Exception {
        try (Connection other = TestServer.connectAsServer()) {
            other.setAutoCommit(false);
            int holder;
            try (Statement statement = other.createStatement();
                    ResultSet pid = statement.executeQuery("SELECT pg_backend_pid() FROM identity.person WHERE id = '"
                            + person.personId() + "' FOR NO KEY UPDATE")) {
                pid.next();
                holder = pid.getInt(1);
            }
            CompletableFuture<Answer> meanwhile = CompletableFuture.supplyAsync(call);
            Eventually.get(
                    () -> Sql.number(
                            "SELECT count(*) FROM pg_stat_activity WHERE " + holder + " = ANY (pg_blocking_pids(pid))"),
                    waiting -> waiting == 1);
            try (Statement statement = other.createStatement()) {
                statement.executeUpdate("INSERT INTO factors.codes_by_message (person_id, channel, since) VALUES ('"
                        + person.personId() + "', 'SMS', now())");
            }
            other.commit();
            return meanwhile.get(20, TimeUnit.SECONDS);
        }
    }

    private static void unpaused(Person person) {
        Sql.run("UPDATE factors.codes_by_message SET sent_at = NULL WHERE person_id = '" + person.personId() + "'");
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
