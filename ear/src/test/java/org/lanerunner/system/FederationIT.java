package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lanerunner.system.FakeProvider.Somebody;

/** Signing in with an account elsewhere, and linking one, against fakes of providers: what is right opens, whatever is not as it must be opens nothing. */
@SystemTest
class FederationIT {

    private static final FakeProvider WORKS = FakeProvider.of("works");
    private static final FakeProvider OTHER = FakeProvider.of("other");

    @AfterEach
    void everybodyIsHonestAgain() {
        WORKS.honest();
        OTHER.honest();
    }

    @Test
    void everybodySeesWithWhoseAccountsOneMaySignIn() {
        JsonNode listed = Rest.get("/api/auth/providers", null).expect(200).body();
        assertTrue(listed.findValuesAsText("id").containsAll(List.of("away", "facebook", "other", "works")));
        assertFalse(listed.toString().contains(FakeProvider.CLIENT));
    }

    @Test
    void whoHasLinkedALoginSignsInByIt() throws IOException {
        Person person = People.shipper();
        Somebody there = Somebody.unknown();
        Answer linked = Logins.link(person, "works", there).expect(200);
        assertEquals(there.email(), linked.text("label"));
        assertEquals("Works", linked.text("providerName"));
        JsonNode logins = Rest.get("/api/auth/logins", person).expect(200).body();
        assertTrue(logins.path("password").asBoolean());
        assertEquals(1, logins.path("logins").size());

        Answer in = Logins.signIn("works", there).expect(200);
        JsonNode claims = claims(in.text("accessToken"));
        assertEquals(person.personId().toString(), claims.path("sub").asText());
        assertEquals("[\"fed\"]", claims.path("amr").toString());
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'login.linked' AND principal_id = '"
                        + person.personId() + "'"));
        assertEquals(
                0, Sql.number("SELECT count(*) FROM audit.entry WHERE changes::text LIKE '%" + there.subject() + "%'"));
        assertFalse(Rest.get("/api/auth/logins", person)
                .expect(200)
                .at("/logins/0/lastUsedAt")
                .isEmpty());
    }

    @Test
    void anAnswerThatIsNotAsItMustBeOpensNothing() {
        Somebody there = Logins.linked();
        Map<String, UnaryOperator<JwtClaims>> lies = new LinkedHashMap<>();
        lies.put("another nonce", said -> with(said, "nonce", "of another flow"));
        lies.put("no nonce", said -> without(said, "nonce"));
        lies.put("another client", said -> with(said, "aud", "another-client"));
        lies.put("several clients, none of which asked", said -> with(said, "aud", List.of(FakeProvider.CLIENT, "x")));
        lies.put("asked by another", said -> with(said, "azp", "another-client"));
        lies.put("another issuer", said -> with(said, "iss", FakeProvider.issuer("other")));
        lies.put("over", said -> with(said, "exp", Instant.now().getEpochSecond() - 60));
        lies.put("without end", said -> without(said, "exp"));
        lies.put("of long ago", said -> with(said, "iat", Instant.now().getEpochSecond() - 3600));
        lies.put("of the future", said -> with(said, "iat", Instant.now().getEpochSecond() + 600));
        lies.put("of nobody", said -> without(said, "sub"));
        lies.put("of a subject that is no text", said -> with(said, "sub", "a\u0000b"));
        lies.forEach((what, lie) -> {
            WORKS.claiming(lie);
            assertEquals(409, Logins.signIn("works", there).status(), what);
        });
        WORKS.honest();
        Map<String, UnaryOperator<String>> tokens = new LinkedHashMap<>();
        tokens.put("alg none", token -> header("{\"alg\":\"none\"}") + "." + token.split("\\.")[1] + ".");
        tokens.put("signed with the public key as a secret", FederationIT::signedWithPublicKey);
        tokens.put("changed", token -> token.substring(0, token.length() - 6) + "AAAAAA");
        tokens.put("signed with a key of nobody's", token -> WORKS.signedByNobody(token));
        tokens.put("no token", token -> "");
        tokens.forEach((what, token) -> {
            WORKS.answering(token);
            Logins.signIn("works", there).expect(409, "federation/refused");
        });
        WORKS.honest();
        Logins.signIn("works", there).expect(200);
        Somebody odd = new Somebody(UUID.randomUUID().toString(), "a\u0000b", "\u202e@x", true);
        assertTrue(Logins.arrive("works", odd, Logins.newDevice())
                .body()
                .path("name")
                .isNull());
    }

    @Test
    void aNewKeyIsLookedForOnceAndThenNotForAWhile() {
        Somebody there = Logins.linked();
        int before = WORKS.keysRead();
        WORKS.answering(token -> WORKS.signedByNobody(token));
        for (int i = 0; i < 5; i++) {
            Logins.signIn("works", there).expect(409, "federation/refused");
        }
        assertTrue(WORKS.keysRead() - before <= 1, () -> "read " + (WORKS.keysRead() - before) + " times");
    }

    @Test
    void aCodeAndItsVerifierAreOfOneFlowAndGoodOnce() {
        Somebody there = Logins.linked();
        String device = Logins.newDevice();
        String one = Logins.begin("works", device);
        String other = Logins.begin("works", device);
        Map<String, Object> back = Logins.broughtBack("works", one, there);
        // injected into another flow of the same browser: the verifier is of that one
        Logins.finish(with(back, "state", FakeProvider.state(other)), device).expect(409, "federation/refused");
        // and the fake has seen it now
        Logins.finish(back, device).expect(409, "federation/refused");
    }

    @Test
    void anAnswerOfAnotherProviderThanTheOneThatWasAskedIsNone() {
        Somebody there = Logins.linked();
        String device = Logins.newDevice();
        Map<String, Object> back = Logins.broughtBack("works", Logins.begin("works", device), there);
        Logins.finish(with(back, "iss", FakeProvider.issuer("other")), device).expect(409, "federation/refused");
        // this one promises to say who it is
        Map<String, Object> silent = Logins.broughtBack("other", Logins.begin("other", device), there);
        silent.remove("iss");
        Logins.finish(silent, device).expect(409, "federation/refused");
    }

    @Test
    void whoDoesNotGoOnThereHearsThatNothingHasChanged() {
        String device = Logins.newDevice();
        String state = FakeProvider.state(Logins.begin("works", device));
        Map<String, Object> denied = object("provider", "works", "state", state, "error", "access_denied");
        Logins.finish(denied, device).expect(409, "federation/denied");
        Logins.finish(denied, device).expect(409, "federation/over");
        String other = FakeProvider.state(Logins.begin("works", device));
        Logins.finish(object("provider", "works", "state", other, "error", "<script>"), device)
                .expect(409, "federation/provider-error");
    }

    @Test
    void whatIsNoCodeIsRefusedBeforeTheProviderIsAskedAndUsesUpNothing() {
        Somebody there = Logins.linked();
        String device = Logins.newDevice();
        Map<String, Object> back = Logins.broughtBack("works", Logins.begin("works", device), there);
        WORKS.down();
        for (String junk : List.of("", "a\u00e9", "x".repeat(4097))) {
            Map<String, Object> answer = new HashMap<>(back);
            answer.put("code", junk);
            Logins.finish(answer, device).expect(422);
        }
        Map<String, Object> unknown = new HashMap<>(back);
        unknown.put("state", "no state");
        Logins.finish(unknown, device).expect(409, "federation/over");
        WORKS.honest();
        Logins.finish(back, device).expect(200);
    }

    @Test
    void aProviderThatIsDownKeepsNobodyElseOut() {
        Answer down = Rest.post(
                "/api/auth/providers/begin", object("provider", "away"), null, "Device-Key", Logins.newDevice());
        down.expect(503, "federation/provider-down");
        Rest.post("/api/auth/providers/begin", object("provider", "lost"), null, "Device-Key", Logins.DEVICE)
                .expect(503, "federation/provider-down");
        assertTrue(Integer.parseInt(down.header("Retry-After")) > 0);
        Somebody there = Logins.linked();
        String device = Logins.newDevice();
        Map<String, Object> back = Logins.broughtBack("works", Logins.begin("works", device), there);
        WORKS.answering(token -> "x".repeat(300_000));
        Logins.finish(back, device).expect(503, "federation/provider-down");
        WORKS.honest();
        back = Logins.broughtBack("works", Logins.begin("works", device), there);
        WORKS.down();
        Logins.finish(back, device).expect(503, "federation/provider-down");
        WORKS.honest();
        Logins.signIn("works", there).expect(200);
    }

    @Test
    void aLoginBelongsToOneAccountAndIsTakenOffWithProofOnly() {
        Person person = People.shipper();
        Person other = People.shipper();
        Somebody there = Somebody.unknown();
        String id = Logins.link(person, "works", there).expect(200).text("id");
        Logins.link(person, "works", there).expect(409, "federation/linked-already");
        Logins.link(other, "works", there).expect(409, "federation/linked-already");
        Rest.call("DELETE", "/api/auth/logins/" + id, null, other.accessToken()).expect(404);

        Sql.run("UPDATE identity.session SET proven_at = proven_at - interval '5 h' WHERE person_id = '"
                + person.personId() + "'");
        Person old = person.refreshed();
        Rest.call("DELETE", "/api/auth/logins/" + id, null, old.accessToken()).expect(403, "identity/proof-needed");
        Rest.post("/api/auth/logins/begin", object("provider", "works"), old, "Device-Key", Logins.DEVICE)
                .expect(403, "identity/proof-needed");
        String proven = Rest.post("/api/auth/prove", object("method", "PASSWORD", "code", People.PASSWORD), old)
                .expect(200)
                .text("accessToken");
        Rest.call("DELETE", "/api/auth/logins/" + id, null, proven).expect(204);
        assertFalse(Logins.signIn("works", there).expect(200).text("ticket").isEmpty());
        Sql.run("UPDATE identity.person SET verified_at = NULL WHERE id = '" + other.personId() + "'");
        Rest.post("/api/auth/logins/begin", object("provider", "works"), other, "Device-Key", Logins.DEVICE)
                .expect(409, "identity/address-unconfirmed");
    }

    @Test
    void whoWasAskedThereLongAgoOrNobodyKnowsWhenHasProvenNothingNow() {
        Person person = People.shipper();
        Somebody there = Somebody.unknown();
        String id = Logins.link(person, "works", there).expect(200).text("id");
        assertTrue(Logins.begin("works", Logins.newDevice()).contains("&max_age="));
        Map<String, UnaryOperator<JwtClaims>> old = new LinkedHashMap<>();
        old.put(
                "hours ago",
                said -> with(
                        said, "auth_time", Instant.now().minusSeconds(6 * 3600).getEpochSecond()));
        old.put("not said", said -> without(said, "auth_time"));
        old.forEach((when, claims) -> {
            WORKS.claiming(claims);
            String token = Logins.signIn("works", there).expect(200).text("accessToken");
            assertEquals(200, Rest.call("GET", "/api/me", null, token).status(), when);
            Rest.call("DELETE", "/api/auth/logins/" + id, null, token).expect(403, "identity/proof-needed");
        });
    }

    @Test
    void aLoginThatIsTakenOffEndsWhatItAloneOpenedAndProvesNothingElsewhere() {
        Person person = People.shipper();
        Somebody there = Somebody.unknown();
        String id = Logins.link(person, "works", there).expect(200).text("id");
        Answer stolen = Logins.signIn("works", there).expect(200);
        Person both = Person.of(person, SecondFactors.signIn(person).expect(200));
        Sql.run("UPDATE identity.session SET proven_by = 'fed pwd' WHERE person_id = '" + person.personId()
                + "' AND id = (SELECT id FROM identity.session WHERE person_id = '" + person.personId()
                + "' ORDER BY created_at DESC LIMIT 1)");
        Rest.call("DELETE", "/api/auth/logins/" + id, null, person.accessToken())
                .expect(204);
        Rest.call("GET", "/api/me", null, stolen.text("accessToken")).expect(401);
        Rest.post(
                        "/api/auth/refresh",
                        object("refreshToken", stolen.text("refreshToken")),
                        null,
                        "Device-Key",
                        Logins.DEVICE)
                .expect(401, "identity/refresh-refused");
        both.refreshed();
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*) FROM identity.session WHERE proven_by = 'pwd' AND proven_at = 'epoch' AND person_id = '"
                                + person.personId() + "'"));
    }

    @Test
    void nobodyHasMoreLoginsThanThePageShows() {
        Person person = People.shipper();
        List<Map<String, Object>> back =
                IntStream.range(0, 16).mapToObj(i -> Logins.toLink(person)).toList();
        List<Integer> answers = AtOnce.all(back.stream()
                .map(one -> (Callable<Integer>)
                        () -> Rest.post("/api/auth/logins", one, person, "Device-Key", Logins.DEVICE)
                                .status())
                .toList());
        int linked = Collections.frequency(answers, 200);
        assertTrue(linked > 0 && linked <= 10, answers::toString);
        assertEquals(
                linked,
                Rest.get("/api/auth/logins", person)
                        .expect(200)
                        .body()
                        .path("logins")
                        .size());
        for (int i = linked; i < 10; i++) {
            Logins.linkedId(person);
        }
        Logins.finish(Map.of("provider", "works"), Logins.newDevice()).expect(409, "federation/over");
        Rest.post("/api/auth/logins/begin", object("provider", "works"), person, "Device-Key", Logins.DEVICE)
                .expect(409, "federation/too-many-logins");
    }

    @Test
    void whoComesNewMakesAnAccountWithoutAPassword() throws IOException {
        Somebody there = Somebody.unknown();
        String device = Logins.newDevice();
        Answer back = Logins.arrive("works", there, device);
        assertEquals(there.email(), back.text("email"));
        assertTrue(back.body().path("emailConfirmed").asBoolean());
        assertFalse(back.body().path("accountExists").asBoolean());
        Map<String, Object> wanted = registration(back);
        register(wanted, Logins.newDevice()).expect(409, "federation/over");
        List<Integer> answers = AtOnce.all(IntStream.range(0, 4)
                .mapToObj(
                        i -> (Callable<Integer>) () -> register(wanted, device).status())
                .toList());
        assertEquals(1, Collections.frequency(answers, 201), answers::toString);
        String token = Logins.signIn("works", there).expect(200).text("accessToken");
        JsonNode me = Rest.call("GET", "/api/me", null, token).expect(200).body();
        assertTrue(me.at("/person/confirmed").asBoolean());

        JsonNode logins =
                Rest.call("GET", "/api/auth/logins", null, token).expect(200).body();
        assertFalse(logins.path("password").asBoolean());
        String only = "/api/auth/logins/" + logins.at("/logins/0/id").asText();
        Rest.call("DELETE", only, null, token).expect(409, "federation/last-way-in");
        for (String password : List.of("null", People.PASSWORD)) {
            Rest.post("/api/auth/login", object("email", there.email(), "password", password), null)
                    .expect(401, "identity/wrong-credentials");
        }
        Rest.call("POST", "/api/auth/prove", object("method", "PASSWORD", "code", "null"), token)
                .expect(403, "factors/not-right");
        Rest.call("POST", "/api/me/password", object("current", "null", "password", "another long password"), token)
                .expect(422, "request/invalid");

        // whoever has just come in has proven who they are
        Rest.call("POST", "/api/me/password", object("password", "another long password"), token)
                .expect(204);
        Rest.call("DELETE", only, null, token).expect(204);
        Rest.post("/api/auth/login", object("email", there.email(), "password", "another long password"), null)
                .expect(200);
    }

    @Test
    void anAddressThatIsTakenIsToldToWhoseItIsAndNeverJoined() {
        Person person = People.shipper();
        Somebody owns = new Somebody(UUID.randomUUID().toString(), "Sam", person.email(), true);
        String device = Logins.newDevice();
        Answer told = Logins.arrive("works", owns, device);
        assertTrue(told.body().path("accountExists").asBoolean());
        register(registration(told), device).expect(409, "identity/email-taken");
        Somebody claims = new Somebody(UUID.randomUUID().toString(), "Sam", person.email(), false);
        assertFalse(Logins.arrive("works", claims, device)
                .body()
                .path("accountExists")
                .asBoolean());
        Somebody silent = new Somebody(UUID.randomUUID().toString(), "Sam", person.email(), null);
        assertFalse(Logins.arrive("works", silent, device)
                .body()
                .path("accountExists")
                .asBoolean());

        // signed in there, the login is linked by its ticket: in the browser that brought it, once
        Map<String, Object> ticket = object("ticket", told.text("ticket"));
        Rest.post("/api/auth/logins/ticket", ticket, person, "Device-Key", Logins.newDevice())
                .expect(409, "federation/over");
        Rest.post("/api/auth/logins/ticket", ticket, person, "Device-Key", device)
                .expect(200);
        Rest.post("/api/auth/logins/ticket", ticket, person, "Device-Key", device)
                .expect(409, "federation/over");
        Logins.signIn("works", owns).expect(200).text("accessToken");
    }

    @Test
    void anAddressThatNobodyVouchesForIsAskedByMailAndTheLoginIsShownAgain() {
        String address = Mails.newAddress();
        Somebody there = new Somebody(UUID.randomUUID().toString(), "Sam", address, false);
        String device = Logins.newDevice();
        register(registration(Logins.arrive("works", there, device)), device).expect(202);
        assertEquals("identity/login-registration", Mails.lastKind(address));
        String token = Mails.token(address);
        Somebody stranger = Somebody.unknown();
        confirm(Logins.arrive("works", stranger, device), token, device).expect(404);
        String elsewhere = Logins.newDevice();
        confirm(Logins.arrive("works", there, elsewhere), token, elsewhere).expect(201);
        Logins.signIn("works", there).expect(200).text("accessToken");
        Somebody again = new Somebody(UUID.randomUUID().toString(), "Sam", address, false);
        String waiting = "SELECT count(*) FROM federation.step WHERE kind = 'REGISTRATION'";
        long before = Sql.number(waiting);
        register(registration(Logins.arrive("works", again, device)), device).expect(202);
        assertEquals("identity/account-exists", Mails.lastKind(address));
        assertEquals(before, Sql.number(waiting), "nobody was sent a link that it waits for");
    }

    @Test
    void whoIsInvitedJoinsWithALogin() {
        Person owner = People.carrier();
        String email = People.newEmail();
        String link = Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", email, "roles", List.of("OFFICE")),
                        owner)
                .expect(201)
                .text("link");
        String device = Logins.newDevice();
        Somebody there = Somebody.unknown();
        Answer joined = Rest.post(
                "/api/auth/providers/accept",
                object(
                        "ticket",
                        Logins.arrive("works", there, device).text("ticket"),
                        "invitation",
                        Links.token(link),
                        "name",
                        "Sam Somebody"),
                null,
                "Device-Key",
                device);
        assertEquals(owner.organisationId().toString(), joined.expect(201).text("organisationId"));
        Logins.signIn("works", there).expect(200).text("accessToken");

        // the link was handed over, so nobody has confirmed the address: when its holder comes, the login is none of
        // theirs
        Sql.run("UPDATE identity.person SET verified_at = NULL WHERE id = '" + joined.text("personId") + "'");
        Rest.post("/api/auth/forgot", object("email", email), null).expect(202);
        Rest.post("/api/auth/reset", object("token", Mails.token(email), "password", "another long password"), null)
                .expect(204);
        assertFalse(Logins.signIn("works", there).expect(200).text("ticket").isEmpty());
    }

    @Test
    void facebookSaysByItsGraphApiWhoItIsAndNeverThatAnAddressIsConfirmed() {
        Person person = People.shipper();
        Somebody there = Somebody.unknown();
        assertEquals(
                "Facebook", Logins.link(person, "facebook", there).expect(200).text("providerName"));
        Logins.signIn("facebook", there).expect(200).text("accessToken");
        Somebody claims = new Somebody(UUID.randomUUID().toString(), "Sam", person.email(), true);
        Answer arrived = Logins.arrive("facebook", claims, Logins.newDevice());
        assertFalse(arrived.body().path("emailConfirmed").asBoolean());
        assertFalse(arrived.body().path("accountExists").asBoolean());
    }

    @Test
    void theSameAddressIsNoProof() {
        Person person = People.shipper();
        Somebody alike = new Somebody(UUID.randomUUID().toString(), "Sam", person.email(), true);
        assertFalse(Logins.signIn("works", alike).expect(200).text("ticket").isEmpty());
        assertEquals(
                0, Sql.number("SELECT count(*) FROM federation.login WHERE person_id = '" + person.personId() + "'"));
    }

    @Test
    void aProviderIsTheFirstFactorOnly() throws IOException {
        Person person = People.shipper();
        Somebody there = Somebody.unknown();
        Logins.link(person, "works", there).expect(200);
        SecondFactors.App app = SecondFactors.app(person);
        Answer asked = Logins.signIn("works", there).expect(200);
        assertTrue(asked.body().path("accessToken").isMissingNode());
        Answer in = SecondFactors.finish(
                        asked.text("challenge"),
                        "RECOVERY_CODE",
                        app.recoveryCodes().get(0))
                .expect(200);
        String amr = claims(in.text("accessToken")).path("amr").toString();
        assertTrue(amr.contains("fed") && amr.contains("otp") && !amr.contains("pwd"), amr);
    }

    @Test
    void aStateIsGoodOnceInTheBrowserThatBeganAtTheProviderThatWasAsked() {
        Somebody there = Logins.linked();
        String device = Logins.newDevice();
        Map<String, Object> back = Logins.broughtBack("works", Logins.begin("works", device), there);
        Logins.finish(back, Logins.newDevice()).expect(409, "federation/over");
        Logins.finish(with(back, "state", "a state of nobody"), device).expect(409, "federation/over");
        Logins.finish(back, device).expect(200);
        Map<String, Object> mixed = Logins.broughtBack("works", Logins.begin("works", device), there);
        Logins.finish(with(mixed, "provider", "other"), device).expect(409, "federation/over");
        Logins.finish(mixed, device).expect(409, "federation/over");
        Logins.finish(back, device).expect(409, "federation/over");
        Rest.post("/api/auth/providers/begin", object("provider", "works"), null)
                .expect(422, "federation/needs-device");
        Rest.post("/api/auth/providers/begin", object("provider", "nobody"), null, "Device-Key", device)
                .expect(422, "request/invalid");
    }

    @Test
    void whoFillsThePlaceOfThoseAwayKeepsNobodyOut() {
        Sql.run(
                "INSERT INTO federation.step (id, secret_hash, device_hash, kind, provider, sealed, begun_at, expires_at)"
                        + " SELECT gen_random_uuid(), decode(md5(n::text), 'hex'), 'x', 'SIGN_IN', 'full', 'x', now(), now() + interval '1 second' * (300 + n / 100)"
                        + " FROM generate_series(1, 20000) n");
        try {
            Somebody there = Logins.linked();
            assertEquals(200, Logins.signIn("works", there).status());
            assertTrue(Sql.number("SELECT count(*) FROM federation.step WHERE kind = 'SIGN_IN'") <= 20_000);
            assertEquals(
                    0,
                    Sql.number(
                            "SELECT count(*) FROM federation.step WHERE provider = 'full' AND secret_hash = decode(md5('1'), 'hex')"),
                    "the oldest has gone");
            assertEquals(
                    1,
                    Sql.number(
                            "SELECT count(*) FROM federation.step WHERE provider = 'full' AND secret_hash = decode(md5('20000'), 'hex')"));
        } finally {
            Sql.run("DELETE FROM federation.step WHERE provider = 'full'");
        }
    }

    @Test
    void fiftyWhoComeBackAtOnceAreOneSession() {
        Somebody there = Logins.linked();
        String device = Logins.newDevice();
        Map<String, Object> back = Logins.broughtBack("works", Logins.begin("works", device), there);
        List<Integer> answers = AtOnce.all(IntStream.range(0, 50)
                .mapToObj(i ->
                        (Callable<Integer>) () -> Logins.finish(back, device).status())
                .toList());
        assertEquals(1, Collections.frequency(answers, 200), answers::toString);
        assertEquals(49, Collections.frequency(answers, 409), answers::toString);
    }

    private static Map<String, Object> registration(Answer arrived) {
        return object(
                "ticket",
                arrived.text("ticket"),
                "name",
                "Sam Somebody",
                "organisation",
                object("name", "Sam's Freight", "kind", "SHIPPER"));
    }

    private static Answer register(Map<String, Object> wanted, String device) {
        return Rest.post("/api/auth/providers/register", wanted, null, "Device-Key", device);
    }

    private static Answer confirm(Answer arrived, String token, String device) {
        return Rest.post(
                "/api/auth/providers/confirm",
                object("ticket", arrived.text("ticket"), "token", token),
                null,
                "Device-Key",
                device);
    }

    private static JwtClaims with(JwtClaims said, String name, Object value) {
        said.setClaim(name, value);
        return said;
    }

    private static JwtClaims without(JwtClaims said, String name) {
        said.unsetClaim(name);
        return said;
    }

    private static String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** As if a verifier took whatever algorithm a token names: HMAC with what everybody can read. */
    private static String signedWithPublicKey(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WORKS.key().getPublicKey().getEncoded(), "HmacSHA256"));
            String signed = header("{\"alg\":\"HS256\",\"kid\":\"one\"}") + "." + token.split("\\.")[1];
            return signed + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> with(Map<String, Object> back, String name, String value) {
        Map<String, Object> changed = new HashMap<>(back);
        changed.put(name, value);
        return changed;
    }

    private static JsonNode claims(String token) throws IOException {
        return Rest.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
