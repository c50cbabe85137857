package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A partner's program: its key is made, used as it is and exchanged for tokens, changed with overlap, revoked; and can do no more than its scopes. */
@SystemTest
class ApiKeysIT {

    private static Person owner;
    private static String keys;

    @BeforeAll
    static void anOwner() {
        owner = People.shipper();
        keys = "/api/organisations/" + owner.organisationId() + "/api-keys";
    }

    @Test
    void aKeyActsForItsOrganisationWithItsScopesAndNoMore() {
        Answer made = make(object("name", "Warehouse", "scopes", List.of("loads.view", "loads.post")));
        String secret = made.text("secret");
        assertTrue(secret.startsWith(made.at("/key/prefix")) && secret.length() == 46, secret);
        as(secret, "GET", "/api/loads?scope=own", null).expect(200);
        Map<String, Object> body = new Parties().load("900.00");
        String load = Rest.call("POST", "/api/loads", body, secret, "Idempotency-Key", "once")
                .expect(201)
                .text("id");
        assertEquals(
                load,
                Rest.call("POST", "/api/loads", body, secret, "Idempotency-Key", "once")
                        .text("id"));
        as(secret, "GET", "/api/offers", null).expect(403, "request/forbidden");
        as(secret, "GET", "/api/wallet", null).expect(403);
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE principal = 'API_KEY' AND principal_id = '"
                        + made.at("/key/id") + "' AND subject_id = '" + load + "'"));
        assertFalse(Rest.get(keys, owner).expect(200).body().toString().contains(secret), "the secret is shown once");
        assertEquals(
                0, Sql.number("SELECT count(*) FROM identity.api_key_secret s WHERE s::text LIKE '%" + secret + "%'"));
    }

    @Test
    void whoMadeAKeyIsToldByMail() {
        Person maker = People.shipper();
        String address = Mails.newAddress();
        Sql.run("UPDATE identity.person SET email = '" + address + "', email_key = '" + address + "' WHERE id = '"
                + maker.personId() + "'");
        Rest.post(
                        "/api/organisations/" + maker.organisationId() + "/api-keys",
                        object("name", "Told of", "scopes", List.of("loads.view")),
                        maker)
                .expect(201);
        Eventually.get(() -> Mails.lastKind(address), "identity/key-made"::equals);
        assertTrue(Mails.last(address).path("text").asText().contains("Told of"));
    }

    @Test
    void whoManagesKeysHearsOfThoseThatAMemberLeavesBehindAndOfNewSecrets() {
        Person founder = People.carrier();
        Person maker = People.member(founder, "OWNER");
        String all = "/api/organisations/" + founder.organisationId() + "/api-keys";
        String id = Rest.post(all, object("name", "Yard gate", "scopes", List.of("loads.view")), maker)
                .expect(201)
                .at("/key/id");
        assertFalse(
                Rest.get(all, founder).body().at("/items/0/madeByFormerMember").asBoolean(true));
        Rest.post(all + "/" + id + "/rotate", object(), founder).expect(200);
        assertEquals(1, told(founder, "key-changed"));
        assertEquals(1, told(maker, "key-changed"));
        Rest.call(
                        "DELETE",
                        "/api/organisations/" + founder.organisationId() + "/members/" + maker.personId(),
                        null,
                        founder.accessToken())
                .expect(204);
        assertEquals(1, told(founder, "keys-left-behind"));
        assertEquals(0, told(maker, "keys-left-behind"));
        assertTrue(
                Rest.get(all, founder).body().at("/items/0/madeByFormerMember").asBoolean());
    }

    private static long told(Person person, String kind) {
        return Sql.number("SELECT count(*) FROM outbound.delivery WHERE kind LIKE '%" + kind + "' AND person_id = '"
                + person.personId() + "'");
    }

    @Test
    void aKeyManagesNoCredentials() {
        String secret = make(object("name", "All", "scopes", List.of("loads.view", "organisation.view")))
                .text("secret");
        for (String call : List.of(
                "GET " + keys,
                "GET /api/me",
                "GET /api/sessions",
                "POST /api/sessions/end-others",
                "POST /api/live/tickets",
                "GET /api/organisations/" + owner.organisationId() + "/invitations")) {
            String[] words = call.split(" ");
            as(secret, words[0], words[1], null).expect(403);
        }
        as(secret, "POST", keys, object("name", "More", "scopes", List.of("loads.view")))
                .expect(403);
        as(secret, "POST", "/api/auth/switch", object("organisationId", owner.organisationId()))
                .expect(403);
        as(secret, "DELETE", keys + "/" + UUID.randomUUID(), null).expect(403);
    }

    @Test
    void whatAKeyMayNotHaveIsRefusedAndSoIsWhoMayNotMakeOne() {
        for (Object scopes : List.of(
                List.of(),
                List.of("organisation.manage"),
                List.of("keys.manage"),
                List.of("self"),
                List.of("platform.admin"),
                List.of("trips.post"),
                List.of("loads.view", "loads.view"),
                List.of("nothing"),
                Collections.nCopies(51, "loads.view"))) {
            Rest.post(keys, object("name", "Wrong", "scopes", scopes), owner).expect(422, "request/invalid");
        }
        Map<String, Object> right = object("name", "Right", "scopes", List.of("loads.view"));
        for (Map<String, Object> wrong : List.of(
                object("addresses", List.of("example.org")),
                object("addresses", Collections.nCopies(51, "::1")),
                object("days", 0),
                object("days", 367),
                object("name", " "))) {
            Map<String, Object> body = new java.util.HashMap<>(right);
            body.putAll(wrong);
            Rest.post(keys, body, owner).expect(422, "request/invalid");
        }
        Rest.post(keys, right, People.member(owner, "SHIPPER")).expect(403);
        Rest.post(keys, right, People.shipper()).expect(404, "organisations/not-found");
        Rest.post(keys, right, null).expect(401);
    }

    @Test
    void whoHasNotJustProvenWhoTheyAreMakesNone() {
        Person other = People.shipper();
        Sql.run("UPDATE identity.session SET proven_at = proven_at - interval '4 hours' WHERE person_id = '"
                + other.personId() + "'");
        Person later = other.refreshed();
        String theirs = "/api/organisations/" + other.organisationId() + "/api-keys";
        Rest.post(theirs, object("name", "Late", "scopes", List.of("loads.view")), later)
                .expect(403, "identity/proof-needed");
        Rest.get(theirs, later).expect(200);
    }

    @Test
    void aKeyIsTakenFromItsAddressesOnly() {
        List<String> scopes = List.of("loads.view");
        String elsewhere = make(object("name", "Elsewhere", "scopes", scopes, "addresses", List.of("203.0.113.0/24")))
                .text("secret");
        String here = make(object(
                        "name", "Here", "scopes", scopes, "addresses", List.of("203.0.113.0/24", "127.0.0.0/8")))
                .text("secret");
        as(elsewhere, "GET", "/api/loads?scope=own", null).expect(401, "identity/key-refused");
        as(here, "GET", "/api/loads?scope=own", null).expect(200);
    }

    @Test
    void aKeyIsChangedWithOverlapAndRevokedWithinSeconds() {
        Answer made = make(object("name", "Changed", "scopes", List.of("loads.view")));
        String key = keys + "/" + made.at("/key/id");
        String first = made.text("secret");
        String second = Rest.post(key + "/rotate", null, owner).expect(200).text("secret");
        for (String secret : List.of(first, second)) {
            as(secret, "GET", "/api/loads?scope=own", null).expect(200);
        }
        String bySecond = exchange(made.at("/key/id"), second, null).expect(200).text("access_token");
        as(bySecond, "GET", "/api/loads?scope=own", null).expect(200);
        String third = Rest.post(key + "/rotate", object("overlapSeconds", 0), owner)
                .expect(200)
                .text("secret");
        as(third, "GET", "/api/loads?scope=own", null).expect(200);
        for (String secret : List.of(first, second, bySecond)) {
            Eventually.get(() -> as(secret, "GET", "/api/loads?scope=own", null).status(), status -> status == 401);
        }
        Rest.post(key + "/rotate", object("overlapSeconds", 604_801), owner).expect(422);
        String token = exchange(made.at("/key/id"), third, null).expect(200).text("access_token");
        as(token, "GET", "/api/loads?scope=own", null).expect(200);
        Rest.call("DELETE", key, null, People.shipper().accessToken()).expect(404);
        long before = System.nanoTime();
        Rest.call("DELETE", key, null, owner.accessToken()).expect(204);
        for (String ended : List.of(third, token)) {
            Eventually.get(() -> as(ended, "GET", "/api/loads?scope=own", null).status(), status -> status == 401);
        }
        assertTrue(System.nanoTime() - before < 10_000_000_000L, "two seconds, and a slow machine's");
        Rest.call("DELETE", key, null, owner.accessToken()).expect(404, "api-keys/not-found");
        Rest.post(key + "/rotate", null, owner).expect(404, "api-keys/not-found");
        exchange(made.at("/key/id"), third, null).expect(401);
    }

    @Test
    void aKeyThatIsOverIsRefused() {
        Answer made = make(object("name", "Over", "scopes", List.of("loads.view"), "days", 1));
        Sql.run("UPDATE identity.api_key SET expires_at = now() - interval '1 second' WHERE id = '" + made.at("/key/id")
                + "'");
        as(made.text("secret"), "GET", "/api/loads?scope=own", null).expect(401, "identity/key-refused");
        Rest.post(keys + "/" + made.at("/key/id") + "/rotate", null, owner).expect(409, "api-keys/over");
    }

    @Test
    void libraryClientsExchangeItAsTheStandardSays() {
        Answer made = make(object("name", "Standard", "scopes", List.of("loads.view", "offers.view")));
        String id = made.at("/key/id");
        String secret = made.text("secret");
        Answer all = exchange(id, secret, null).expect(200);
        assertEquals("loads.view offers.view", all.text("scope"));
        assertEquals("Bearer", all.text("token_type"));
        assertEquals("no-store", all.header("Cache-Control"));
        assertEquals(
                200, as(all.text("access_token"), "GET", "/api/offers", null).status());
        Answer fewer = token(
                "grant_type=client_credentials&scope=loads.view",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        as(fewer.expect(200).text("access_token"), "GET", "/api/offers", null).expect(403);
        as(fewer.text("access_token"), "GET", "/api/loads?scope=own", null).expect(200);
        as(fewer.text("access_token"), "GET", "/api/me", null).expect(403);
        refusedToken("invalid_scope", 400, exchange(id, secret, "loads.view wallet.view"));
        refusedToken("invalid_client", 401, exchange(id, secret + "x", null));
        refusedToken("invalid_client", 401, exchange(UUID.randomUUID().toString(), secret, null));
        refusedToken("invalid_client", 401, exchange(id, owner.accessToken(), null));
        refusedToken("unsupported_grant_type", 400, token("grant_type=password&username=a&password=b"));
        refusedToken("invalid_request", 400, token("client_id=" + id));
        Answer basic = token("grant_type=client_credentials", "Authorization", "Basic !!!");
        refusedToken("invalid_client", 401, basic);
        assertTrue(basic.header("WWW-Authenticate").startsWith("Basic "));
    }

    @Test
    void aKeyOfAnOrganisationThatClosedIsRefused() {
        Person other = People.shipper();
        Answer made = Rest.post(
                        "/api/organisations/" + other.organisationId() + "/api-keys",
                        object("name", "Left", "scopes", List.of("loads.view")),
                        other)
                .expect(201);
        as(made.text("secret"), "GET", "/api/loads?scope=own", null).expect(200);
        Sql.run("UPDATE identity.organisation SET closed_at = now() WHERE id = '" + other.organisationId() + "'");
        Eventually.get(
                () -> as(made.text("secret"), "GET", "/api/loads?scope=own", null)
                        .status(),
                status -> status == 401);
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String bearer : List.of(
                "lr_" + "x".repeat(43), "lr_short", "lr_" + "x".repeat(44), "LR_" + "x".repeat(43), "lr_' OR '1'='1")) {
            as(bearer, "GET", "/api/loads", null).expect(401);
            as(bearer, "POST", "/api/loads", object()).expect(401);
        }
    }

    @Test
    void anOrganisationHasAHundredKeys() {
        Person other = People.shipper();
        String theirs = "/api/organisations/" + other.organisationId() + "/api-keys";
        Map<String, Object> one = object("name", "One of many", "scopes", List.of("loads.view"));
        Rest.post(theirs, one, other).expect(201);
        Sql.run(
                "INSERT INTO identity.api_key (id, organisation_id, name, scopes, addresses, made_by, created_at, expires_at, version)"
                        + " SELECT gen_random_uuid(), organisation_id, name, scopes, addresses, made_by, created_at, expires_at, 0"
                        + " FROM identity.api_key, generate_series(1, 99) WHERE organisation_id = '"
                        + other.organisationId() + "'");
        Rest.post(theirs, one, other).expect(409, "api-keys/too-many");
    }

    private static Answer make(Map<String, Object> body) {
        return Rest.post(keys, body, owner).expect(201);
    }

    private static Answer as(String bearer, String method, String path, Object body) {
        return Rest.call(method, path, body, bearer);
    }

    private static Answer exchange(String id, String secret, String scope) {
        return token("grant_type=client_credentials&client_id=" + id + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8)
                + (scope == null ? "" : "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8)));
    }

    private static Answer token(String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.address() + "/api/auth/token"))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return Rest.send(request.build());
    }

    private static void refusedToken(String error, int status, Answer answer) {
        assertEquals(error, answer.expect(status).text("error"), () -> "answered " + answer.body());
    }
}
