package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Codes by an app and recovery codes: turned on, asked for at sign-in, good once, few to be guessed; and proving anew who one is. */
@SystemTest
class SecondFactorIT {

    private static final String WRONG = "000000";
    private static final int GUESSES = 5;

    @Test
    void codesByAnAppAreOnOnceOneOfThemWasShown() throws IOException {
        Person person = People.shipper();
        Answer begun = Rest.post("/api/factors/app", null, person).expect(200);
        String secret = begun.text("secret");
        assertEquals(32, secret.length());
        assertEquals(
                "otpauth://totp/LaneRunner:" + person.email().replace("@", "%40") + "?secret=" + secret
                        + "&issuer=LaneRunner&algorithm=SHA1&digits=6&period=30",
                begun.text("uri"));
        assertTrue(SecondFactors.of(person).path("app").isMissingNode()
                || SecondFactors.of(person).path("app").isNull());
        Rest.post("/api/factors/app/confirm", object("code", WRONG), person).expect(422, "request/invalid");
        SecondFactors.signIn(person).expect(200).text("accessToken");

        Answer on = Rest.post("/api/factors/app/confirm", object("code", SecondFactors.code(secret)), person)
                .expect(200);
        assertEquals(10, on.body().path("recoveryCodes").size());
        assertTrue(claims(on.text("accessToken")).path("amr").toString().contains("otp"));
        assertEquals(10, SecondFactors.of(person).path("recoveryCodes").asInt());
        Rest.post("/api/factors/app", null, person).expect(409, "factors/app-already");
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'factor.added' AND principal_id = '"
                        + person.personId() + "'"));
        assertEquals(
                0,
                Sql.number("SELECT count(*) FROM factors.authenticator WHERE person_id = '" + person.personId()
                        + "' AND position('" + secret + "' IN encode(secret, 'escape')) > 0"));
    }

    @Test
    void aRightPasswordAloneOpensNothingAnyMore() throws IOException {
        Person person = People.shipper();
        SecondFactors.App app = SecondFactors.app(person);
        Answer asked = SecondFactors.signIn(person).expect(200);
        assertTrue(asked.body().path("accessToken").isMissingNode());
        assertEquals(
                "[\"CODE\",\"RECOVERY_CODE\"]", asked.body().path("methods").toString());
        String challenge = asked.text("challenge");
        SecondFactors.finish(challenge, "CODE", app.code()).expect(401, "factors/not-right");
        SecondFactors.nextStep(person);
        Answer in = SecondFactors.finish(challenge, "CODE", app.code()).expect(200);
        JsonNode amr = claims(in.text("accessToken")).path("amr");
        assertTrue(amr.toString().contains("pwd") && amr.toString().contains("otp"), amr::toString);
        Rest.call("GET", "/api/me", null, in.text("accessToken")).expect(200);
        SecondFactors.nextStep(person);
        SecondFactors.finish(challenge, "CODE", app.code()).expect(401, "factors/challenge-over");
    }

    @Test
    void withAWrongPasswordNobodyHearsOfASecondFactor() {
        Person person = People.shipper();
        SecondFactors.app(person);
        Answer wrong =
                Rest.post("/api/auth/login", object("email", person.email(), "password", "not the password"), null);
        wrong.expect(401, "identity/wrong-credentials");
        Answer unknown =
                Rest.post("/api/auth/login", object("email", People.newEmail(), "password", "not the password"), null);
        assertEquals(unknown.text("detail"), wrong.text("detail"));
    }

    @Test
    void aCodeIsGoodOnceWhoeverShowsItAtTheSameMoment() {
        Person person = People.shipper();
        SecondFactors.App app = SecondFactors.app(person);
        SecondFactors.nextStep(person);
        List<String> challenges = List.of(
                SecondFactors.challenge(person), SecondFactors.challenge(person), SecondFactors.challenge(person));
        String code = app.code();
        List<Integer> answers = AtOnce.all(challenges.stream()
                .map(challenge -> (Callable<Integer>)
                        () -> SecondFactors.finish(challenge, "CODE", code).status())
                .toList());
        assertEquals(1, Collections.frequency(answers, 200), answers::toString);
        assertEquals(2, Collections.frequency(answers, 401), answers::toString);
    }

    @Test
    void aChallengeIsFinishedOnceWhoeverDoesItAtTheSameMoment() {
        Person person = People.shipper();
        SecondFactors.App app = SecondFactors.app(person);
        String challenge = SecondFactors.challenge(person);
        List<Integer> answers = AtOnce.all(app.recoveryCodes().stream()
                .limit(3)
                .map(code -> (Callable<Integer>) () ->
                        SecondFactors.finish(challenge, "RECOVERY_CODE", code).status())
                .toList());
        assertEquals(1, Collections.frequency(answers, 200), answers::toString);
        assertEquals(9, SecondFactors.of(person).path("recoveryCodes").asInt());
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsTypedAndNewOnesEndTheOld() {
        Person person = People.shipper();
        List<String> codes = SecondFactors.app(person).recoveryCodes();
        String typed = codes.get(0).toLowerCase().replace('-', ' ');
        SecondFactors.finish(SecondFactors.challenge(person), "RECOVERY_CODE", typed)
                .expect(200);
        SecondFactors.finish(SecondFactors.challenge(person), "RECOVERY_CODE", codes.get(0))
                .expect(401, "factors/not-right");
        assertEquals(9, SecondFactors.of(person).path("recoveryCodes").asInt());

        String used = "SELECT count(*) FROM audit.entry WHERE action = 'recovery-code.used' AND subject_id = '"
                + person.personId() + "'";
        assertEquals(1, Sql.number(used));

        Answer made = Rest.post("/api/factors/recovery-codes", null, person).expect(200);
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM outbound.delivery WHERE kind LIKE '%recovery-made%' AND person_id = '"
                        + person.personId() + "'"));
        assertEquals(10, made.body().path("recoveryCodes").size());
        SecondFactors.finish(SecondFactors.challenge(person), "RECOVERY_CODE", codes.get(1))
                .expect(401, "factors/not-right");
        SecondFactors.finish(SecondFactors.challenge(person), "RECOVERY_CODE", made.at("/recoveryCodes/9"))
                .expect(200);
    }

    @Test
    void anothersCodesAndChallengesAreOfNoUse() {
        Person one = People.shipper();
        Person other = People.shipper();
        SecondFactors.App app = SecondFactors.app(one);
        SecondFactors.App others = SecondFactors.app(other);
        SecondFactors.nextStep(other);
        String challenge = SecondFactors.challenge(one);
        SecondFactors.finish(challenge, "CODE", others.code()).expect(401, "factors/not-right");
        SecondFactors.finish(challenge, "RECOVERY_CODE", others.recoveryCodes().get(0))
                .expect(401, "factors/not-right");
        SecondFactors.finish("a challenge of nobody", "CODE", app.code()).expect(401, "factors/challenge-over");
        SecondFactors.finish(challenge, "PASSWORD", People.PASSWORD).expect(422, "request/invalid");
        SecondFactors.finish(challenge, "CODE", null).expect(422, "request/invalid");
        Sql.run("UPDATE factors.challenge SET expires_at = now() - interval '1 s' WHERE person_id = '" + one.personId()
                + "'");
        SecondFactors.finish(challenge, "RECOVERY_CODE", app.recoveryCodes().get(0))
                .expect(401, "factors/challenge-over");
    }

    @Test
    void whoGuessesWaitsLongerWithEachCodeAndAFactorThatNobodyGuessesStillOpens() {
        Person person = People.shipper();
        SecondFactors.App app = SecondFactors.app(person);
        atHome(person, "RECOVERY_CODE", app.recoveryCodes().get(1)).expect(200);
        SecondFactors.nextStep(person);
        for (int i = 0; i < GUESSES; i++) {
            SecondFactors.finish(SecondFactors.challenge(person), "CODE", WRONG).expect(401, "factors/not-right");
        }
        Answer held = SecondFactors.finish(SecondFactors.challenge(person), "CODE", app.code())
                .expect(429, "factors/too-many-wrong");
        long wait = Long.parseLong(held.header("Retry-After"));
        assertTrue(wait > 0 && wait <= 30, () -> "waits " + wait);
        // neither who is signed in nor a browser that the person knows is held up by what somebody guesses elsewhere
        Rest.post("/api/auth/prove", object("method", "CODE", "code", app.code()), person)
                .expect(200);
        SecondFactors.nextStep(person);
        atHome(person, "CODE", app.code()).expect(200);
        SecondFactors.nextStep(person);

        String challenge = SecondFactors.challenge(person);
        for (int i = 0; i < GUESSES; i++) {
            SecondFactors.finish(challenge, "RECOVERY_CODE", "AAAA-BBBB").expect(401, "factors/not-right");
        }
        SecondFactors.finish(challenge, "RECOVERY_CODE", app.recoveryCodes().get(0))
                .expect(401, "factors/challenge-over");
        SecondFactors.finish(
                        SecondFactors.challenge(person),
                        "RECOVERY_CODE",
                        app.recoveryCodes().get(0))
                .expect(200);

        Sql.run("UPDATE factors.wrong_code SET not_before = now() WHERE person_id = '" + person.personId() + "'");
        SecondFactors.finish(SecondFactors.challenge(person), "CODE", app.code())
                .expect(200);
        assertEquals(
                0, Sql.number("SELECT count(*) FROM factors.wrong_code WHERE person_id = '" + person.personId() + "'"));
    }

    @Test
    void factorsChangeOnlyForWhoHasProvenAMomentAgoWhoTheyAre() throws IOException {
        Person person = provenLongAgo(People.shipper());
        for (String call :
                List.of("POST /api/factors/app", "POST /api/factors/recovery-codes", "DELETE /api/factors/app")) {
            Rest.call(call.split(" ")[0], call.split(" ")[1], null, person.accessToken())
                    .expect(403, "identity/proof-needed");
        }
        Rest.post("/api/auth/prove", object("method", "PASSWORD", "code", "not the password"), person)
                .expect(403, "factors/not-right");
        String before = person.accessToken();
        String proven = Rest.post("/api/auth/prove", object("method", "PASSWORD", "code", People.PASSWORD), person)
                .expect(200)
                .text("accessToken");
        assertEquals(claims(before).path("sid"), claims(proven).path("sid"));
        assertNotEquals(claims(before).path("auth_time"), claims(proven).path("auth_time"));
        Rest.call("POST", "/api/factors/app", null, proven).expect(200);
    }

    @Test
    void whoHasASecondFactorProvesByItAndNotByThePassword() throws IOException {
        Person person = People.shipper();
        SecondFactors.App app = SecondFactors.app(person);
        Person old = provenLongAgo(person);
        Rest.post("/api/auth/prove", object("method", "PASSWORD", "code", People.PASSWORD), old)
                .expect(409, "factors/show-a-factor");
        SecondFactors.nextStep(person);
        String proven = Rest.post("/api/auth/prove", object("method", "CODE", "code", app.code()), old)
                .expect(200)
                .text("accessToken");
        Rest.call("DELETE", "/api/factors/app", null, proven).expect(204);
        Rest.call("GET", "/api/me", null, proven).expect(401, "identity/session-ended");
        assertFalse(SecondFactors.signIn(person).expect(200).text("accessToken").isEmpty());
        Person present = old.refreshed();
        assertEquals("[]", claims(present.accessToken()).path("amr").toString(), "what was shown is there no more");
        assertEquals(0, SecondFactors.of(present).path("recoveryCodes").asInt());
        Rest.post("/api/factors/recovery-codes", null, present).expect(409, "factors/none");
        Rest.call("DELETE", "/api/factors/app", null, present.accessToken()).expect(409, "factors/no-app");
    }

    @Test
    void oncePersonsHaveAFactorThePasswordAloneProvesThemNoMore() throws IOException {
        Person person = People.shipper();
        Person elsewhere = Person.of(person, SecondFactors.signIn(person).expect(200));
        SecondFactors.App app = SecondFactors.app(person);
        Rest.get("/api/me", elsewhere).expect(401, "identity/session-ended");
        Person again = elsewhere.refreshed();
        Object change = object("current", People.PASSWORD, "password", "another long password");
        Rest.post("/api/me/password", change, again).expect(403, "identity/proof-needed");
        Rest.post("/api/me/address", object("current", People.PASSWORD, "email", Mails.newAddress()), again)
                .expect(403, "identity/proof-needed");
        SecondFactors.nextStep(person);
        String proven = Rest.post("/api/auth/prove", object("method", "CODE", "code", app.code()), again)
                .expect(200)
                .text("accessToken");
        assertEquals("[\"otp\"]", claims(proven).path("amr").toString(), "the password was shown long ago");
        Rest.call("POST", "/api/me/password", object("current", "wrong", "password", "another long password"), proven)
                .expect(422);
        Rest.call("POST", "/api/me/password", change, proven).expect(204);
    }

    @Test
    void aFactorThatIsGoneCountsInNoSession() {
        Person owner = People.carrier();
        Person member = People.member(owner, "OFFICE");
        SecondFactors.App app = SecondFactors.app(member);
        SecondFactors.app(owner);
        Rest.call(
                        "PUT",
                        "/api/organisations/" + owner.organisationId() + "/policy",
                        object("secondFactor", true),
                        owner.accessToken())
                .expect(200);
        String reports = "/api/reports/lanes?date=2026-01-02";
        Rest.call("GET", reports, null, app.token()).expect(200);
        Person elsewhere = Person.of(
                member,
                SecondFactors.finish(
                                SecondFactors.challenge(member),
                                "RECOVERY_CODE",
                                app.recoveryCodes().get(0))
                        .expect(200));
        Rest.get(reports, elsewhere).expect(200);
        Rest.call("DELETE", "/api/factors/app", null, app.token()).expect(204);
        for (Person former : List.of(elsewhere, member)) {
            Rest.get(reports, former).expect(401, "identity/session-ended");
            Rest.get(reports, former.refreshed()).expect(403);
        }
        Rest.post("/api/me/password", object("password", "another long password"), elsewhere.refreshed())
                .expect(403, "identity/proof-needed");
    }

    @Test
    void whereTheOrganisationSaysSoNothingButOneselfIsOpenUntilASecondFactorWasShown() {
        Person owner = People.carrier();
        Person member = People.member(owner, "OFFICE");
        SecondFactors.app(owner);
        String reports = "/api/reports/lanes?date=2026-01-02";
        Rest.get(reports, member).expect(200);
        Rest.call(
                        "PUT",
                        "/api/organisations/" + owner.organisationId() + "/policy",
                        object("secondFactor", true),
                        owner.accessToken())
                .expect(200);
        Rest.get(reports, member).expect(401, "identity/session-ended");
        Rest.get("/api/organisations/" + owner.organisationId() + "/policy", owner)
                .expect(200);
        Person bound = member.refreshed();
        Sql.run("UPDATE identity.person SET verified_at = NULL WHERE id = '" + bound.personId() + "'");
        Rest.post("/api/factors/app", null, bound).expect(409, "identity/address-unconfirmed");
        Sql.run("UPDATE identity.person SET verified_at = now() WHERE id = '" + bound.personId() + "'");
        Rest.get(reports, bound).expect(403);
        JsonNode me = Rest.get("/api/me", bound).expect(200).body();
        assertEquals("[\"self\"]", me.path("permissions").toString());
        assertTrue(me.path("factorNeeded").asBoolean());
        SecondFactors.App app = SecondFactors.app(bound);
        Rest.call("GET", reports, null, app.token()).expect(200);
        assertFalse(Rest.call("GET", "/api/me", null, app.token())
                .expect(200)
                .body()
                .path("factorNeeded")
                .asBoolean());
        String in = SecondFactors.finish(
                        SecondFactors.challenge(bound),
                        "RECOVERY_CODE",
                        app.recoveryCodes().get(0))
                .expect(200)
                .text("accessToken");
        Rest.call("GET", reports, null, in).expect(200);
        Rest.get("/api/organisations/" + owner.organisationId() + "/members", owner.refreshed())
                .expect(200);
    }

    /** What was not looked at since too many signed in at that moment is no wrong answer. */
    @Test
    void aRightPasswordThatTheServerIsTooBusyForIsNotCounted() throws Exception {
        Person person = People.shipper();
        String counted = "SELECT count(*) FROM factors.wrong_code WHERE person_id = '" + person.personId() + "'";
        AtomicBoolean enough = new AtomicBoolean();
        List<Callable<Void>> flood =
                Collections.nCopies(16 * Runtime.getRuntime().availableProcessors(), () -> {
                    while (!enough.get()) {
                        Rest.post(
                                "/api/auth/login",
                                object("email", People.newEmail(), "password", People.PASSWORD),
                                null);
                    }
                    return null;
                });
        CompletableFuture<List<Void>> flooded = CompletableFuture.supplyAsync(() -> AtOnce.all(flood));
        try {
            Eventually.get(
                    () -> {
                        Answer answer = Rest.post(
                                "/api/auth/prove", object("method", "PASSWORD", "code", People.PASSWORD), person);
                        assertEquals(0, Sql.number(counted), answer::toString);
                        return answer.status();
                    },
                    status -> status == 429);
        } finally {
            enough.set(true);
        }
        flooded.get(60, TimeUnit.SECONDS);
        Rest.post("/api/auth/prove", object("method", "PASSWORD", "code", People.PASSWORD), person)
                .expect(200);
    }

    @Test
    void theFirstAdministratorSetsOneUpBeforeThereIsMail() {
        Person admin = People.admin();
        String self = " WHERE id = '" + admin.personId() + "'";
        Sql.run("UPDATE identity.person SET verified_at = NULL" + self);
        Rest.post("/api/factors/app", null, admin).expect(200);
        Sql.run("UPDATE identity.person SET verified_at = now()" + self);
    }

    @Test
    void whoSignsInWhileAFactorComesSeesIt() throws Exception {
        Person person = People.shipper();
        Rest.post("/api/factors/app", null, person).expect(200);
        try (Connection app = TestServer.connectAsServer()) {
            app.setAutoCommit(false);
            int holder;
            try (Statement statement = app.createStatement();
                    ResultSet pid = statement.executeQuery("SELECT pg_backend_pid() FROM identity.person WHERE id = '"
                            + person.personId() + "' FOR NO KEY UPDATE")) {
                pid.next();
                holder = pid.getInt(1);
            }
            CompletableFuture<Answer> meanwhile = CompletableFuture.supplyAsync(() -> SecondFactors.signIn(person));
            Eventually.get(
                    () -> Sql.number(
                            "SELECT count(*) FROM pg_stat_activity WHERE " + holder + " = ANY (pg_blocking_pids(pid))"),
                    waiting -> waiting == 1);
            try (Statement statement = app.createStatement()) {
                statement.executeUpdate("UPDATE factors.authenticator SET confirmed_at = now() WHERE person_id = '"
                        + person.personId() + "'");
            }
            app.commit();
            meanwhile.get(20, TimeUnit.SECONDS).expect(401, "identity/proof-outdated");
        }
    }

    /** Signs in with a browser that is known by its key. */
    private static Answer atHome(Person person, String method, String code) {
        return Rest.post(
                "/api/auth/login/finish",
                object("challenge", SecondFactors.challenge(person), "method", method, "code", code),
                null,
                "Device-Key",
                "the-key-of-a-browser-at-home");
    }

    /** The same person with tokens of a session that was last proven hours ago. */
    private static Person provenLongAgo(Person person) {
        Sql.run("UPDATE identity.session SET proven_at = proven_at - interval '5 h' WHERE person_id = '"
                + person.personId() + "'");
        return person.refreshed();
    }

    private static JsonNode claims(String token) throws IOException {
        return Rest.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
