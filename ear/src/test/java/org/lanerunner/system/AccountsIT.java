package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Registering, signing in, sessions, members, invitations. */
@SystemTest
class AccountsIT {

    @Test
    void registeringMakesThePersonOwnerWithTheRoleOfTheKind() {
        Person carrier = People.carrier();
        JsonNode me = Rest.get("/api/me", carrier).expect(200).body();
        assertEquals(Set.of("OWNER", "CARRIER"), texts(me.path("roles")));
        assertEquals(Set.of("CARRIER"), texts(me.path("organisation").path("kinds")));
        assertTrue(texts(me.path("permissions"))
                .containsAll(Set.of("self", "organisation.manage", "trips.post", "fleet.manage")));
        assertFalse(texts(me.path("permissions")).contains("platform.admin"));
        assertTrue(me.path("testMoney").asBoolean());
    }

    @Test
    void whoNamesNoOrganisationGetsAPersonalOne() {
        String email = People.newEmail();
        Person person = Person.of(
                email,
                Rest.post(
                                "/api/auth/register",
                                object("email", email, "password", People.PASSWORD, "name", "Solo Ríos"),
                                null)
                        .expect(201));
        JsonNode organisation = Rest.get("/api/organisations/" + person.organisationId(), person)
                .expect(200)
                .body();
        assertTrue(organisation.path("personal").asBoolean());
        assertEquals("Solo Ríos", organisation.path("name").asText());
        Rest.post("/api/organisations/" + person.organisationId() + "/kinds", object("kind", "TRAVELLER"), person)
                .expect(200);
        assertTrue(texts(Rest.get("/api/me", People.refreshed(person)).body().path("permissions"))
                .contains("trips.post"));
    }

    @Test
    void oneAddressIsOneAccountHoweverItIsWritten() {
        Person shipper = People.shipper();
        Rest.post(
                        "/api/auth/register",
                        object("email", shipper.email().toUpperCase(), "password", People.PASSWORD, "name", "Again"),
                        null)
                .expect(409, "identity/email-taken");
        Rest.post(
                        "/api/auth/login",
                        object("email", " " + shipper.email().toUpperCase(), "password", People.PASSWORD),
                        null)
                .expect(200);
    }

    @Test
    void wrongPasswordAndUnknownAddressAreToldInTheSameWords() {
        Person shipper = People.shipper();
        Answer wrong = Rest.post(
                        "/api/auth/login", object("email", shipper.email(), "password", "not the password"), null)
                .expect(401, "identity/wrong-credentials");
        Answer unknown = Rest.post(
                        "/api/auth/login", object("email", People.newEmail(), "password", "not the password"), null)
                .expect(401, "identity/wrong-credentials");
        assertEquals(wrong.text("detail"), unknown.text("detail"));
        Rest.post("/api/auth/login", object("email", "no address", "password", "not the password"), null)
                .expect(401);
        Rest.post("/api/auth/login", object(), null).expect(401);
    }

    @Test
    void accessTokenNamesIdsAndPermissionsOnly() throws Exception {
        Person shipper = People.shipper();
        String[] parts = shipper.accessToken().split("\\.");
        JsonNode claims = Rest.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertEquals(
                "RS256",
                Rest.JSON
                        .readTree(Base64.getUrlDecoder().decode(parts[0]))
                        .path("alg")
                        .asText());
        assertEquals(384, Base64.getUrlDecoder().decode(parts[2]).length, "a signature of 3072 bits");
        assertEquals(shipper.personId().toString(), claims.path("sub").asText());
        assertEquals(shipper.organisationId().toString(), claims.path("org").asText());
        assertEquals(
                Duration.parse(System.getProperty("LANERUNNER_ACCESS_TOKEN_LIFETIME", "PT10M"))
                        .toSeconds(),
                claims.path("exp").asLong() - claims.path("iat").asLong());
        assertFalse(claims.toString().contains("@"));
    }

    @Test
    void forgedAndGarbageTokensAre401ProblemDocuments() {
        Person shipper = People.shipper();
        String[] parts = shipper.accessToken().split("\\.");
        String none =
                Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes());
        for (String token : List.of(
                "garbage",
                parts[0] + "." + parts[1] + ".",
                none + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + parts[2].substring(2))) {
            Answer answer = Rest.call("GET", "/api/me", null, token).expect(401);
            assertTrue(
                    answer.header("Content-Type").startsWith("application/problem+json"),
                    answer.header("Content-Type"));
            assertEquals("/api/me", answer.text("instance"));
        }
        Rest.call("GET", "/api/me", null, null).expect(401, "request/unauthenticated");
    }

    @Test
    void refreshedTokenIsGoodOnceAndARetryGetsTheSameSuccessor() {
        Person shipper = People.shipper();
        Person first = People.refreshed(shipper);
        Person retry = People.refreshed(shipper);
        assertEquals(first.refreshToken(), retry.refreshToken());
        assertFalse(first.refreshToken().equals(shipper.refreshToken()));
        Rest.get("/api/me", first).expect(200);
    }

    @Test
    void twoThreadsRefreshingAHundredTimesKeepOneFamilyAlive() throws Exception {
        Person shipper = People.shipper();
        AtomicReference<String> token = new AtomicReference<>(shipper.refreshToken());
        ConcurrentLinkedQueue<Integer> refused = new ConcurrentLinkedQueue<>();
        together(2, () -> {
            for (int i = 0; i < 50; i++) {
                Answer answer = Rest.post("/api/auth/refresh", object("refreshToken", token.get()), null);
                if (answer.status() == 200) {
                    token.set(answer.text("refreshToken"));
                } else {
                    refused.add(answer.status());
                }
            }
            return null;
        });
        assertTrue(refused.isEmpty(), () -> "refused " + refused);
        Rest.post("/api/auth/refresh", object("refreshToken", token.get()), null)
                .expect(200);
        try (var connection = TestServer.connectAsOwner();
                var query = connection.prepareStatement(
                        "SELECT count(*) FROM identity.session WHERE person_id = ? AND ended_at IS NULL")) {
            query.setObject(1, shipper.personId());
            try (var row = query.executeQuery()) {
                row.next();
                assertEquals(1, row.getInt(1), "one family");
            }
        }
    }

    @Test
    void tokenThatComesBackAfterTheLeewayEndsTheSession() throws Exception {
        Person shipper = People.shipper();
        Person later = People.refreshed(shipper);
        try (var connection = TestServer.connectAsOwner();
                var age = connection.prepareStatement(
                        "UPDATE identity.refresh_token SET used_at = used_at - interval '1 hour' WHERE used_at IS NOT NULL"
                                + " AND session_id IN (SELECT id FROM identity.session WHERE person_id = ?)")) {
            age.setObject(1, shipper.personId());
            assertEquals(1, age.executeUpdate());
        }
        Rest.post("/api/auth/refresh", object("refreshToken", shipper.refreshToken()), null)
                .expect(401, "identity/refresh-refused");
        Rest.post("/api/auth/refresh", object("refreshToken", later.refreshToken()), null)
                .expect(401, "identity/refresh-refused");
        Rest.get("/api/me", later).expect(401, "identity/session-ended");
    }

    @Test
    void signingOutEndsTheSessionForAccessAndRefresh() {
        Person shipper = People.shipper();
        Rest.post("/api/auth/logout", null, shipper).expect(204);
        Rest.get("/api/me", shipper).expect(401, "identity/session-ended");
        Rest.post("/api/auth/refresh", object("refreshToken", shipper.refreshToken()), null)
                .expect(401);
        Person other = People.shipper();
        Rest.post("/api/auth/logout", object("refreshToken", other.refreshToken()), null)
                .expect(204);
        Rest.get("/api/me", other).expect(401);
        Rest.post("/api/auth/logout", null, null).expect(204);
    }

    @Test
    void sessionEndedElsewhereIsNoticed() throws Exception {
        Person shipper = People.shipper();
        try (var connection = TestServer.connectAsOwner();
                var end = connection.prepareStatement(
                        "UPDATE identity.session SET ended_at = now(), changed_at = now(), end_reason = 'SIGNED_OUT' WHERE person_id = ?")) {
            end.setObject(1, shipper.personId());
            end.executeUpdate();
        }
        Eventually.get(() -> Rest.get("/api/me", shipper).status(), status -> status == 401);
    }

    @Test
    void invitationMakesAMemberOnceAndNeverSetsAnExistingPassword() {
        Person owner = People.shipper();
        Person existing = People.carrier();
        String token = invite(owner, existing.email(), "SHIPPER");
        assertTrue(Rest.post("/api/auth/invitations/view", object("token", token), null)
                .expect(200)
                .body()
                .path("accountExists")
                .isNull());
        Rest.post(
                        "/api/auth/invitations/accept",
                        object("token", token, "name", "Thief", "password", "a password of a thief"),
                        null)
                .expect(401, "identity/sign-in-first");
        Rest.post("/api/auth/login", object("email", existing.email(), "password", "a password of a thief"), null)
                .expect(401);
        Rest.post("/api/auth/invitations/accept", object("token", token), People.carrier())
                .expect(403, "identity/other-person");
        Person joined = Person.of(
                existing.email(),
                Rest.post("/api/auth/invitations/accept", object("token", token), existing)
                        .expect(201));
        assertEquals(owner.organisationId(), joined.organisationId());
        assertEquals(2, Rest.get("/api/me", joined).body().path("memberships").size());
        Rest.post("/api/auth/invitations/accept", object("token", token), existing)
                .expect(404);
        Answer switched = Rest.post("/api/auth/switch", object("organisationId", existing.organisationId()), joined)
                .expect(200);
        assertEquals(
                existing.organisationId().toString(),
                Rest.call("GET", "/api/me", null, switched.text("accessToken"))
                        .body()
                        .path("organisation")
                        .path("id")
                        .asText());
        Rest.get("/api/me", joined).expect(401);
        Rest.post("/api/auth/switch", object("organisationId", People.shipper().organisationId()), existing)
                .expect(404);
    }

    @Test
    void sessionOpenedWhileItsMembershipEndsIsRefused() throws Exception {
        Person member = People.member(People.shipper(), "OFFICE");
        Object credentials = object("email", member.email(), "password", People.PASSWORD);
        try (var ending = TestServer.connectAsOwner();
                var watching = TestServer.connectAsOwner();
                var statement = ending.createStatement()) {
            ending.setAutoCommit(false);
            assertEquals(
                    1,
                    statement.executeUpdate(
                            "DELETE FROM identity.membership WHERE person_id = '" + member.personId() + "'"));
            var login = CompletableFuture.supplyAsync(() -> Rest.post("/api/auth/login", credentials, null));
            Eventually.get(() -> Sql.isSomebodyWaitingFor(ending, watching), waiting -> waiting);
            ending.commit();
            login.get().expect(409, "identity/membership-ended");
        }
        Rest.post("/api/auth/login", credentials, null).expect(200);
    }

    /** On a slow machine some wait too long for their password to be hashed and are told to come again, as often as they do. */
    private static int untilNotBusy(Supplier<Answer> ask) {
        return Stream.generate(ask)
                .limit(20)
                .mapToInt(Answer::status)
                .filter(status -> status != 429)
                .findFirst()
                .orElse(429);
    }

    @Test
    void oneLinkAcceptedByManyAtOnceMakesOneMember() throws Exception {
        Person owner = People.shipper();
        String token = invite(owner, People.newEmail(), "OFFICE");
        List<Integer> statuses = together(
                8,
                () -> untilNotBusy(() -> Rest.post(
                        "/api/auth/invitations/accept",
                        object("token", token, "name", "New", "password", People.PASSWORD),
                        null)));
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), () -> "answered " + statuses);
        assertTrue(
                statuses.stream().allMatch(status -> status == 201 || status == 404 || status == 409 || status == 401),
                () -> "answered " + statuses);
    }

    @Test
    void expiredLinkIsNotFound() throws Exception {
        Person owner = People.shipper();
        String token = invite(owner, People.newEmail(), "OFFICE");
        try (var connection = TestServer.connectAsOwner();
                var age = connection.prepareStatement(
                        "UPDATE identity.invitation SET expires_at = now() WHERE organisation_id = ?")) {
            age.setObject(1, owner.organisationId());
            age.executeUpdate();
        }
        Rest.post("/api/auth/invitations/view", object("token", token), null).expect(404);
        Rest.post(
                        "/api/auth/invitations/accept",
                        object("token", token, "name", "Late", "password", People.PASSWORD),
                        null)
                .expect(404);
    }

    @Test
    void lastOwnerStaysEvenWhenTwoLeaveAtOnce() throws Exception {
        Person one = People.shipper();
        Person two = People.member(one, "OWNER");
        List<Integer> statuses = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Answer> first = threads.submit(() -> Rest.call("DELETE", member(one, two), null, one.accessToken()));
            Future<Answer> second =
                    threads.submit(() -> Rest.call("DELETE", member(one, one), null, two.accessToken()));
            statuses.add(first.get().status());
            statuses.add(second.get().status());
        } finally {
            threads.shutdown();
        }
        assertEquals(1, statuses.stream().filter(status -> status == 204).count(), () -> "answered " + statuses);
        Person alone = People.shipper();
        Rest.call("DELETE", member(alone, alone), null, alone.accessToken()).expect(409, "organisations/last-owner");
        Rest.call("PUT", member(alone, alone) + "/roles", object("roles", List.of("SHIPPER")), alone.accessToken())
                .expect(409, "organisations/last-owner");
    }

    @Test
    void removedMemberIsOutAtOnceAndCanStillSignInAlone() {
        Person owner = People.carrier();
        Person member = People.member(owner, "CARRIER");
        Rest.call("DELETE", member(owner, member), null, owner.accessToken()).expect(204);
        Rest.get("/api/me", member).expect(401, "identity/session-ended");
        Rest.post("/api/auth/refresh", object("refreshToken", member.refreshToken()), null)
                .expect(401);
        Answer alone = Rest.post("/api/auth/login", object("email", member.email(), "password", People.PASSWORD), null)
                .expect(200);
        assertTrue(Rest.call("GET", "/api/me", null, alone.text("accessToken"))
                .body()
                .path("organisation")
                .path("personal")
                .asBoolean());
    }

    @Test
    void rolesTakenAwayAreRefusedFromThenOn() {
        Person owner = People.carrier();
        Person member = People.member(owner, "CARRIER", "OFFICE");
        Answer changed = Rest.call(
                        "PUT",
                        member(owner, member) + "/roles",
                        object("roles", List.of("OFFICE")),
                        owner.accessToken(),
                        "If-Match",
                        "\"0\"")
                .expect(200);
        assertEquals("\"" + changed.body().path("version").asInt() + "\"", changed.header("ETag"));
        Rest.call(
                        "PUT",
                        member(owner, member) + "/roles",
                        object("roles", List.of("CARRIER")),
                        owner.accessToken(),
                        "If-Match",
                        "\"0\"")
                .expect(412, "request/stale");
        Rest.get("/api/me", member).expect(401);
        assertEquals(
                Set.of("OFFICE"),
                texts(Rest.get("/api/me", People.refreshed(member)).body().path("roles")));
        Rest.call("PUT", member(owner, member) + "/roles", object("roles", List.of("SHIPPER")), owner.accessToken())
                .expect(422, "request/invalid");
        Rest.call("PUT", member(owner, member) + "/roles", object("roles", List.of()), owner.accessToken())
                .expect(422, "request/invalid");
    }

    @Test
    void kindsCanBeWidenedOnceEach() {
        Person owner = People.shipper();
        String kinds = "/api/organisations/" + owner.organisationId() + "/kinds";
        Rest.post(kinds, object("kind", "CARRIER"), owner).expect(200);
        Rest.post(kinds, object("kind", "CARRIER"), owner).expect(409, "organisations/kind-held");
        Rest.post(kinds, object("kind", "ADMIN"), owner).expect(422, "request/invalid");
        Rest.post(kinds, object("kind", "CARRIER"), People.member(owner, "SHIPPER"))
                .expect(403);
        Rest.post(kinds, object("kind", "CARRIER"), People.shipper()).expect(404);
        assertEquals(
                Set.of("OWNER", "SHIPPER", "CARRIER"),
                texts(Rest.get("/api/me", People.refreshed(owner)).body().path("roles")));
    }

    @Test
    void adminIsMadeOnceByTheLinkAndByNothingElse() {
        Person admin = People.admin();
        Rest.post(
                        "/api/auth/admin-setup",
                        object(
                                "token",
                                TestServer.adminSetupToken(),
                                "email",
                                People.newEmail(),
                                "password",
                                People.PASSWORD,
                                "name",
                                "Second"),
                        null)
                .expect(404);
        Rest.post(
                        "/api/auth/admin-setup",
                        object(
                                "token",
                                "guess",
                                "email",
                                People.newEmail(),
                                "password",
                                People.PASSWORD,
                                "name",
                                "Second"),
                        null)
                .expect(404);
        Person owner = People.shipper();
        Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", People.newEmail(), "roles", List.of("ADMIN")),
                        owner)
                .expect(422);
        assertTrue(Rest.get("/api/organisations?limit=1", admin)
                .expect(200)
                .body()
                .path("next")
                .isTextual());
        assertEquals(
                owner.organisationId().toString(),
                Rest.post("/api/organisations/search", object("q", owner.email()), admin)
                        .expect(200)
                        .body()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText());
        Rest.get("/api/organisations/" + owner.organisationId(), admin).expect(200);
        Rest.get("/api/organisations", owner).expect(403);
    }

    private static String member(Person owner, Person member) {
        return "/api/organisations/" + owner.organisationId() + "/members/" + member.personId();
    }

    private static String invite(Person owner, String email, String role) {
        String link = Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", email, "roles", List.of(role)),
                        owner)
                .expect(201)
                .text("link");
        return Links.token(link);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(java.util.Collections.nCopies(threads, work))) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
