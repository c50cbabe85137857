package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the platform's administrators do with accounts: find, lock, unlock, and see what a person sees, reading only. */
@SystemTest
class PeopleIT {

    private static final String PEOPLE = "/api/admin/people/";
    private static final List<String> COMMANDS = List.of("post", "put", "patch", "delete");

    /** What who reads only does all the same; each is tried by itself. */
    private static final Set<String> ALLOWED = Set.of("POST /api/live/tickets", "POST /api/auth/impersonation/end");

    private static Person admin;
    private static Haul haul;

    @BeforeAll
    static void people() {
        admin = People.admin();
        haul = new Haul();
    }

    @Test
    void peopleAreFoundByAPartOfNameOrAddressOrByTheirId() {
        Person person = People.shipper();
        String part = person.email().substring(7, 20);
        assertEquals(List.of(person.personId().toString()), found(part.toUpperCase()));
        assertEquals(
                List.of(person.personId().toString()), found(person.personId().toString()));
        assertEquals(List.of(), found("%" + part));
        assertEquals(List.of(), found("no such person anywhere"));
        JsonNode first = search("owner of a", null, 1);
        JsonNode second = search("owner of a", first.path("next").asText(), 1);
        assertFalse(
                first.at("/items/0/id").asText().equals(second.at("/items/0/id").asText()));
        JsonNode view = Rest.get(PEOPLE + person.personId(), admin).expect(200).body();
        assertEquals(1, view.path("memberships").size());
        assertEquals(1, view.path("sessions").size());
        assertTrue(view.path("lock").isNull());
        assertTrue(Rest.get(PEOPLE + admin.personId(), admin)
                .expect(200)
                .body()
                .path("administrator")
                .asBoolean());
        Rest.get(PEOPLE + UUID.randomUUID(), admin).expect(404, "people/not-found");
    }

    @Test
    void aLockedAccountsSessionsEndAndOnlyTheRightPasswordLearnsOfIt() throws Exception {
        Person person = confirmed(People.shipper());
        Rest.post(PEOPLE + person.personId() + "/lock", object("reason", " "), admin)
                .expect(422, "request/invalid");
        try (Channel channel = Channel.of(person)) {
            Answer locked = Rest.post(
                            PEOPLE + person.personId() + "/lock", object("reason", "Reported stolen by Ann"), admin)
                    .expect(200);
            assertEquals(
                    "Reported stolen by Ann", locked.body().at("/lock/reason").asText());
            assertEquals(0, locked.body().path("sessions").size());
            Rest.get("/api/me", person).expect(401, "identity/session-ended");
            assertEquals(
                    "live/session-ended", channel.await("closed").path("reason").asText());
        }
        signIn(person, "not the password").expect(401, "identity/wrong-credentials");
        signIn(person, People.PASSWORD).expect(403, "identity/locked");
        Rest.post("/api/auth/refresh", object("refreshToken", person.refreshToken()), null)
                .expect(401);
        Rest.post(PEOPLE + person.personId() + "/lock", object("reason", "again"), admin)
                .expect(409, "people/locked");
        String changes =
                Sql.text("SELECT changes::text FROM audit.entry WHERE action = 'user.locked' AND subject_id = '"
                        + person.personId() + "' AND principal_id = '" + admin.personId() + "'");
        assertTrue(changes.contains("locked_at") || changes.contains("lockedAt"), changes);
        assertFalse(changes.contains("Ann"), changes);
        Rest.post(PEOPLE + person.personId() + "/unlock", null, admin, "If-Match", "\"0\"")
                .expect(412, "request/stale");
        Rest.post("/api/auth/forgot", object("email", person.email()), null).expect(202);
        String reset = Mails.token(person.email());
        Rest.post(PEOPLE + person.personId() + "/unlock", null, admin).expect(200);
        Rest.post("/api/auth/reset", object("token", reset, "password", "another long password"), null)
                .expect(404);
        Rest.post(PEOPLE + person.personId() + "/unlock", null, admin).expect(409, "people/not-locked");
        signIn(person, People.PASSWORD).expect(200);
        assertEquals(2, told(person, "account-locked") + told(person, "account-unlocked"));
    }

    @Test
    void ofTwoAdministratorsWhoLockEachOtherOneIsLeft() {
        Person one = People.member(admin, "ADMIN");
        Person other = People.member(admin, "ADMIN");
        List<Callable<Integer>> both = List.of(
                () -> Rest.post(PEOPLE + other.personId() + "/lock", object("reason", "first"), one)
                        .status(),
                () -> Rest.post(PEOPLE + one.personId() + "/lock", object("reason", "first"), other)
                        .status());
        List<Integer> answers = AtOnce.all(both).stream().sorted().toList();
        assertEquals(200, answers.get(0));
        assertTrue(Set.of(401, 403).contains(answers.get(1)), answers::toString);
        Rest.post(PEOPLE + admin.personId() + "/lock", object("reason", "myself"), admin)
                .expect(409, "people/self");
        for (Person done : List.of(one, other)) {
            Rest.call(
                            "DELETE",
                            "/api/organisations/" + admin.organisationId() + "/members/" + done.personId(),
                            null,
                            admin.accessToken())
                    .expect(204);
        }
    }

    @Test
    void whatIsSensitiveAsksForARecentProof() {
        Person second = People.member(admin, "ADMIN");
        Sql.run("UPDATE identity.session SET proven_at = now() - interval '1 day' WHERE person_id = '"
                + second.personId() + "'");
        Person longAgo = People.refreshed(second);
        String person = PEOPLE + haul.shipper.personId();
        Rest.post(person + "/lock", object("reason", "r"), longAgo).expect(403, "identity/proof-needed");
        Rest.post(person + "/unlock", null, longAgo).expect(403, "identity/proof-needed");
        Rest.post(
                        person + "/impersonate",
                        object("organisationId", haul.shipper.organisationId(), "reason", "r"),
                        longAgo)
                .expect(403, "identity/proof-needed");
        Rest.get(person, longAgo).expect(200);
    }

    private static String mediaType(String call) {
        return switch (call) {
            case "POST /api/documents", "POST /api/me/profile/avatar" -> "multipart/form-data; boundary=x";
            case "POST /api/auth/token", "POST /api/sms/{id}/status" -> "application/x-www-form-urlencoded";
            default -> "application/json";
        };
    }

    /** From the document, so that a new one is asked too; before anything is read of the body or looked for. */
    @Test
    void everyCommandIsRefusedToWhoSeesWhatSomebodyElseSees() {
        String token = impersonate(haul.carrier);
        List<String> done = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        OpenApiIT.document().path("paths").fields().forEachRemaining(path -> COMMANDS.stream()
                .filter(path.getValue()::has)
                .map(method -> method.toUpperCase() + " " + path.getKey())
                .filter(call -> !ALLOWED.contains(call))
                .forEach(call -> {
                    asked.add(call);
                    Answer answer = Rest.call(
                            call.substring(0, call.indexOf(' ')),
                            call.substring(call.indexOf(' ') + 1).replaceAll("\\{\\w+}", haul.bookingId.toString()),
                            "{}",
                            token,
                            "Content-Type",
                            mediaType(call));
                    if (answer.status() != 403 || !"identity/reading-only".equals(answer.text("type"))) {
                        done.add(call + " " + answer.status() + " " + answer.body());
                    }
                }));
        assertEquals(List.of(), done);
        assertTrue(asked.size() > 50, asked::toString);
    }

    @Test
    void theAdministratorReadsWhatThePersonReadsAndNoMore() throws Exception {
        String token = impersonate(haul.driver);
        JsonNode me = Rest.call("GET", "/api/me", null, token).expect(200).body();
        assertEquals(haul.driver.personId().toString(), me.at("/person/id").asText());
        assertEquals("Admin", me.at("/impersonation/administrator").asText());
        for (JsonNode permission : me.path("permissions")) {
            assertTrue(permission.asText().endsWith(".view"), permission::toString);
        }
        assertTrue(me.path("ownTrips").toString().contains("bookings.view"), me::toString);
        assertTrue(Rest.get("/api/me", haul.driver)
                .expect(200)
                .body()
                .path("impersonation")
                .isNull());
        Rest.call("GET", "/api/bookings/" + haul.bookingId, null, token).expect(200);
        Rest.call("GET", "/api/flags", null, token).expect(200);
        Rest.call("GET", "/api/drivers", null, token).expect(403, "identity/reading-only");
        Rest.call("GET", "/api/sessions", null, token).expect(403, "identity/reading-only");
        Rest.call("GET", "/api/admin/people", null, token).expect(403, "identity/reading-only");
        JsonNode claims = Rest.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertEquals(900, claims.path("exp").asLong() - claims.path("iat").asLong(), 2);
        assertEquals(admin.personId().toString(), claims.at("/act/sub").asText());
        String ticket =
                Rest.call("POST", "/api/live/tickets", null, token).expect(200).text("ticket");
        try (Channel channel = Channel.connect()) {
            channel.say(object("ticket", ticket));
            channel.await("ready");
            channel.say(object("subscribe", "booking", "id", haul.bookingId));
            channel.await("subscribed");
            Rest.call("POST", "/api/auth/impersonation/end", null, token).expect(204);
            assertEquals(
                    "live/session-ended", channel.await("closed").path("reason").asText());
        }
        Rest.call("GET", "/api/me", null, token).expect(401, "identity/session-ended");
        Rest.post("/api/auth/impersonation/end", null, haul.driver).expect(409, "identity/not-impersonating");
    }

    @Test
    void theAuditNamesBothAndThePersonsSessionsDoNotShowIt() {
        Person person = confirmed(People.shipper());
        String token = impersonate(person);
        assertEquals(
                1,
                Rest.get("/api/sessions", person)
                        .expect(200)
                        .body()
                        .path("items")
                        .size());
        Rest.call("POST", "/api/auth/impersonation/end", null, token).expect(204);
        assertEquals(1, told(person, "impersonated"));
        assertEquals(
                1,
                Sql.number(entries("user.impersonated", person) + " AND principal_id = '" + admin.personId()
                        + "' AND impersonated_by IS NULL"));
        assertEquals(
                1,
                Sql.number(entries("user.impersonation-ended", person) + " AND principal_id = '" + person.personId()
                        + "' AND impersonated_by = '" + admin.personId() + "'"));
        assertEquals(
                "Asked for by the person",
                Sql.text("SELECT impersonation_reason FROM identity.session WHERE impersonated_by = '"
                        + admin.personId() + "' AND person_id = '" + person.personId() + "'"));
    }

    @Test
    void itEndsWithTheAdministratorsSessionAndWithThePersonsLock() {
        Person second = People.member(admin, "ADMIN");
        Person person = People.shipper();
        String token = impersonate(person, second);
        String another = impersonate(haul.shipper, second);
        Rest.call("GET", "/api/me", null, token).expect(401, "identity/session-ended");
        Rest.post("/api/auth/logout", null, second).expect(204);
        Rest.call("GET", "/api/me", null, another).expect(401, "identity/session-ended");
        String third = impersonate(person);
        Rest.post(PEOPLE + person.personId() + "/lock", object("reason", "stolen"), admin)
                .expect(200);
        Rest.call("GET", "/api/me", null, third).expect(401, "identity/session-ended");
        Rest.post(PEOPLE + person.personId() + "/impersonate", wanted(person), admin)
                .expect(403, "identity/locked");
    }

    @Test
    void nobodySeesWhatAnAdministratorSeesNorWhereThePersonIsNoMember() {
        Person second = People.member(admin, "ADMIN");
        Rest.post(PEOPLE + second.personId() + "/impersonate", wanted(second), admin)
                .expect(409, "people/administrator");
        Rest.post(PEOPLE + admin.personId() + "/impersonate", wanted(admin), admin)
                .expect(409, "people/administrator");
        assertEquals(
                "/organisationId",
                Rest.post(
                                PEOPLE + haul.shipper.personId() + "/impersonate",
                                object("organisationId", haul.carrier.organisationId(), "reason", "r"),
                                admin)
                        .expect(422, "request/invalid")
                        .at("/errors/0/pointer"));
        assertEquals(
                "/reason",
                Rest.post(
                                PEOPLE + haul.shipper.personId() + "/impersonate",
                                object("organisationId", haul.shipper.organisationId()),
                                admin)
                        .expect(422, "request/invalid")
                        .at("/errors/0/pointer"));
    }

    private static String impersonate(Person person) {
        return impersonate(person, admin);
    }

    private static String impersonate(Person person, Person by) {
        return Rest.post(PEOPLE + person.personId() + "/impersonate", wanted(person), by)
                .expect(200)
                .text("accessToken");
    }

    private static Object wanted(Person person) {
        return object("organisationId", person.organisationId(), "reason", "Asked for by the person");
    }

    /** Mails go to confirmed addresses only. */
    private static Person confirmed(Person person) {
        Sql.run("UPDATE identity.person SET verified_at = coalesce(verified_at, now()) WHERE id = '" + person.personId()
                + "'");
        return person;
    }

    /** Mails that wait or went. */
    private static long told(Person person, String notice) {
        return Sql.number("SELECT count(*) FROM outbound.delivery WHERE person_id = '" + person.personId()
                + "' AND kind LIKE '%" + notice + "'");
    }

    private static String entries(String action, Person subject) {
        return "SELECT count(*) FROM audit.entry WHERE action = '" + action + "' AND subject_id = '"
                + subject.personId() + "'";
    }

    private static Answer signIn(Person person, String password) {
        return Rest.post("/api/auth/login", object("email", person.email(), "password", password), null);
    }

    private static List<String> found(String query) {
        return search(query, null, 100).path("items").findValuesAsText("id");
    }

    private static JsonNode search(String query, String after, int limit) {
        return Rest.post(PEOPLE + "search", object("q", query, "after", after, "limit", limit), admin)
                .expect(200)
                .body();
    }
}
