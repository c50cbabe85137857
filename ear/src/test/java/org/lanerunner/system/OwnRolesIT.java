package org.lanerunner.system;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Roles that an organisation makes for itself, and who only looks. */
@SystemTest
class OwnRolesIT {

    private static final Set<String> METHODS = Set.of("post", "put", "patch", "delete");

    /** The provider's, which signs what it sends; who else asks is nobody to it. */
    private static final String BY_SIGNATURE = "/api/sms/{id}/status";

    /** About oneself: signing in and out, acting for another organisation of one's own, hearing what one may hear, one's own account. */
    private static final Set<String> ABOUT_ONESELF =
            Set.of("auth", "live", "me", "sessions", "devices", "profile", "security", "factors", "notifications");

    /** One's own, to end it or to take on what is offered. */
    private static final Pattern OWN_MEMBERSHIP = Pattern.compile("/organisations/\\{id}/(leave|ownership/accept)$");

    /** What is read before anybody is asked. */
    private static final Map<String, Map<String, Object>> BODIES = Map.of(
            "/api/tracking/positions",
            object("tripId", "00000000-0000-0000-0000-000000000007", "positions", List.of()));

    private static Person owner;
    private static String roles;

    @BeforeAll
    static void organisation() {
        owner = People.carrier();
        roles = "/api/organisations/" + owner.organisationId() + "/roles";
    }

    @Test
    void aRoleGivesWhatItSaysAndWhatItSaysNowIsFeltByWhoHoldsIt() {
        Answer made =
                make("Night dispatcher", grant("trips.view"), grant("fleet.view"), grant("bookings.view", "OWN_TRIPS"));
        String code = made.expect(201).text("code");
        assertEquals(roles + "/" + code, made.header("Location").replaceFirst("https?://[^/]+", ""));
        Person night = People.member(owner, code);
        Rest.get("/api/drivers", night).expect(200);
        Rest.get("/api/loads", night).expect(403);
        JsonNode me = Rest.get("/api/me", night).expect(200).body();
        assertEquals(Set.of("bookings.view"), texts(me.path("ownTrips")));
        assertEquals("Night dispatcher", me.at("/memberships/0/ownRoles/0/name").asText());
        assertEquals(
                1,
                Rest.get(roles + "/" + code, owner)
                        .expect(200)
                        .body()
                        .path("members")
                        .asInt());

        change(code, made.header("ETag"), "Day dispatcher", grant("loads.view")).expect(200);
        Rest.call("GET", "/api/drivers", null, night.accessToken()).expect(401, "identity/session-ended");
        Person day = People.refreshed(night);
        Rest.get("/api/drivers", day).expect(403);
        Rest.get("/api/loads", day).expect(200);
        change(code, made.header("ETag"), "Late dispatcher", grant("loads.view"))
                .expect(412, "request/stale");

        String audited = Sql.text("SELECT string_agg(action || ' ' || changes::text, '; ' ORDER BY at) FROM audit.entry"
                + " WHERE subject_id = (SELECT id FROM identity.own_role WHERE code = '" + code + "')");
        assertTrue(audited.contains("role.made") && audited.contains("role.changed"), audited);
        assertTrue(audited.contains("bookings.view of own trips") && audited.contains("loads.view"), audited);
        assertFalse(audited.contains("ispatcher"), audited);
    }

    @Test
    void aRoleThatSomebodyHoldsOrIsOfferedCanNotEnd() {
        String code = make("Yard", grant("fleet.view")).expect(201).text("code");
        Person yard = People.member(owner, code);
        end(code).expect(409, "organisations/role-held");
        Rest.call(
                        "PUT",
                        "/api/organisations/" + owner.organisationId() + "/members/" + yard.personId() + "/roles",
                        object("roles", List.of("OFFICE")),
                        owner.accessToken())
                .expect(200);
        String link = Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", People.newEmail(), "roles", List.of(code)),
                        owner)
                .expect(201)
                .text("link");
        end(code).expect(409, "organisations/role-offered");
        JsonNode shown = Rest.post("/api/auth/invitations/view", object("token", Links.token(link)), null)
                .expect(200)
                .body();
        assertEquals("Yard", shown.at("/ownRoles/0/name").asText());
        String invitation = Rest.get("/api/organisations/" + owner.organisationId() + "/invitations", owner)
                .expect(200)
                .body()
                .at("/items/0/id")
                .asText();
        Rest.call(
                        "DELETE",
                        "/api/organisations/" + owner.organisationId() + "/invitations/" + invitation,
                        null,
                        owner.accessToken())
                .expect(204);
        end(code).expect(204);
        end(code).expect(404);
        Rest.get(roles + "/" + code, owner).expect(404);
        make("Yard", grant("fleet.view")).expect(201);
        Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", People.newEmail(), "roles", List.of(code)),
                        owner)
                .expect(422, "request/invalid");
    }

    @Test
    void nobodyGivesWhatIsNotTheOrganisationsToGive() {
        for (String permission : List.of(
                "platform.admin",
                "platform.audit",
                "platform.contests",
                "organisation.manage",
                "reports.run",
                "self",
                "loads.post",
                "no.such",
                "")) {
            Answer refused = make("Emperor " + permission, grant("fleet.view"), grant(permission))
                    .expect(422, "request/invalid");
            assertEquals("/grants/1/permission", refused.at("/errors/0/pointer"), permission);
        }
        assertEquals(
                "/grants/0/scope",
                make("Wide", grant("fleet.view", "OWN_TRIPS")).expect(422).at("/errors/0/pointer"));
        assertEquals(
                "/grants/1/permission",
                make("Twice", grant("fleet.view"), grant("fleet.view"))
                        .expect(422)
                        .at("/errors/0/pointer"));
        assertEquals("/grants", make("Empty").expect(422).at("/errors/0/pointer"));
        assertEquals("/name", make(" ", grant("fleet.view")).expect(422).at("/errors/0/pointer"));
        assertEquals(
                "/name", make("Own\u200Ber", grant("fleet.view")).expect(422).at("/errors/0/pointer"));
        make("driver", grant("fleet.view")).expect(409, "organisations/role-name-taken");
        make("Same  name", grant("fleet.view")).expect(201);
        make("same NAME", grant("fleet.view")).expect(409, "organisations/role-name-taken");
        assertTrue(texts(Rest.get("/api/permissions", owner).expect(200).body().path("items"), "permission")
                .containsAll(Set.of("fleet.manage", "bookings.drive", "audit.view")));
        assertFalse(texts(Rest.get("/api/permissions", owner).body().path("items"), "permission")
                .contains("loads.post"));
    }

    @Test
    void anotherOrganisationsRoleIsNobodysElse() {
        String code = make("Ours", grant("fleet.view")).expect(201).text("code");
        Person other = People.carrier();
        String theirs = "/api/organisations/" + other.organisationId();
        Rest.get(roles, other).expect(404);
        Rest.get(theirs + "/roles/" + code, other).expect(404);
        Rest.call("PUT", theirs + "/roles/" + code, role("Theirs", grant("fleet.view")), other.accessToken())
                .expect(404);
        Rest.post(theirs + "/members", object("email", People.newEmail(), "roles", List.of(code)), other)
                .expect(422);
        Person member = People.member(other, "OFFICE");
        // were it written into the table, it would give nothing there
        Sql.run("INSERT INTO identity.membership_role SELECT id, '" + code
                + "' FROM identity.membership WHERE person_id = '" + member.personId() + "'");
        Rest.get("/api/drivers", People.refreshed(member)).expect(403);
    }

    @Test
    void twoWhoCallARoleTheSameAtOnceMakeOne() {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> make("At once", grant("fleet.view")));
        }
        Map<Integer, Long> answers = AtOnce.all(calls).stream()
                .collect(
                        java.util.stream.Collectors.groupingBy(Answer::status, java.util.stream.Collectors.counting()));
        assertEquals(Map.of(201, 1L, 409, 3L), answers);
    }

    @Test
    void anOrganisationMakesFiftyRolesAndNoMore() {
        Person busy = People.carrier();
        String theirs = "/api/organisations/" + busy.organisationId() + "/roles";
        Object first = role("The first", grant("fleet.view"));
        String code = Rest.post(theirs, first, busy).expect(201).text("code");
        Sql.run(
                "INSERT INTO identity.role_code SELECT 'R_' || upper(substr(md5('" + code
                        + "' || n), 1, 9)) FROM generate_series(1, 49) n",
                "INSERT INTO identity.own_role SELECT gen_random_uuid(), '" + busy.organisationId()
                        + "', 'R_' || upper(substr(md5('" + code
                        + "' || n), 1, 9)), 'Role ' || n, 'role ' || n, now(), gen_random_uuid(), NULL, 0 FROM generate_series(1, 49) n");
        Rest.post(theirs, role("One more", grant("fleet.view")), busy).expect(409, "organisations/too-many-roles");
        Sql.run("UPDATE identity.own_role SET ended_at = now() WHERE name = 'Role 1' AND organisation_id = '"
                + busy.organisationId() + "'");
        Rest.post(theirs, role("One more", grant("fleet.view")), busy).expect(201);
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    Rest.get(theirs + "?limit=20" + after, busy).expect(200).body();
            page.path("items").forEach(item -> read.add(item.path("code").asText()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());
        assertEquals(55, Set.copyOf(read).size());
        assertEquals(55, read.size());
        assertEquals(List.of("OWNER", "CARRIER", "DRIVER", "OFFICE", "AUDITOR"), read.subList(0, 5));
    }

    /** As the server's role: built-in roles are only read, and no own role grants what runs the platform or hands out roles. */
    @Test
    void theDatabaseRefusesWhatTheServerShouldHave() throws SQLException {
        String code = make("Tried", grant("fleet.view")).expect(201).text("code");
        Map<String, String> tried = Map.of(
                "UPDATE identity.role SET lasting = false WHERE code = 'OWNER'",
                "42501",
                "INSERT INTO identity.role_permission VALUES ('OFFICE', 'fleet.view', 'ORGANISATION')",
                "42501",
                "DELETE FROM identity.role_code WHERE code = 'OWNER'",
                "42501",
                "DELETE FROM identity.own_role WHERE code = '" + code + "'",
                "42501",
                "INSERT INTO identity.own_role_permission SELECT id, 'platform.admin', 'ORGANISATION' FROM identity.own_role WHERE code = '"
                        + code + "'",
                "23514",
                "INSERT INTO identity.own_role_permission SELECT id, 'organisation.manage', 'ORGANISATION' FROM identity.own_role WHERE code = '"
                        + code + "'",
                "23514",
                "INSERT INTO identity.own_role_permission SELECT id, 'keys.manage', 'ORGANISATION' FROM identity.own_role WHERE code = '"
                        + code + "'",
                "23514");
        for (Map.Entry<String, String> each : tried.entrySet()) {
            try (Connection connection = TestServer.connectAsServer();
                    Statement statement = connection.createStatement()) {
                SQLException refused = org.junit.jupiter.api.Assertions.assertThrows(
                        SQLException.class, () -> statement.executeUpdate(each.getKey()), each.getKey());
                assertEquals(each.getValue(), refused.getSQLState(), each.getKey());
            }
        }
    }

    /** All commands of the API's document: an auditor is refused each, except about oneself. */
    @Test
    void whoAuditsChangesNothing() {
        List<Person> auditors = List.of(People.member(owner, "AUDITOR"), AccessWorld.platformAuditor());
        List<String> taken = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        OpenApiIT.document().path("paths").fields().forEachRemaining(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .filter(method -> !ABOUT_ONESELF.contains(path.getKey().split("/")[2]))
                .filter(method -> !OWN_MEMBERSHIP.matcher(path.getKey()).find())
                .filter(method -> !path.getKey().equals(BY_SIGNATURE))
                .forEach(method -> auditors.forEach(auditor -> {
                    String address = path.getKey()
                            .replace("{id}", owner.organisationId().toString())
                            .replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000007");
                    Answer answer = address.equals("/api/documents")
                            ? Upload.png(address, null, auditor)
                            : Rest.call(
                                    method.toUpperCase(),
                                    address,
                                    BODIES.getOrDefault(address, object()),
                                    auditor.accessToken());
                    asked.add(address);
                    if (answer.status() != 403) {
                        taken.add(method + " " + path.getKey() + " " + answer.status());
                    }
                })));
        assertEquals(List.of(), taken);
        assertTrue(asked.size() > 60, asked::toString);
        auditors.forEach(auditor -> Eventually.get(
                () -> Sql.number(
                        "SELECT count(DISTINCT call) FROM audit.entry WHERE outcome = 'DENIED' AND call NOT LIKE 'GET %' AND principal_id = '"
                                + auditor.personId() + "'"),
                count -> count >= asked.size() / auditors.size()));
    }

    private static Answer make(String name, Object... grants) {
        return Rest.post(roles, role(name, grants), owner);
    }

    private static Answer change(String code, String version, String name, Object... grants) {
        return Rest.call("PUT", roles + "/" + code, role(name, grants), owner.accessToken(), "If-Match", version);
    }

    private static Answer end(String code) {
        return Rest.call("DELETE", roles + "/" + code, null, owner.accessToken());
    }

    private static Object role(String name, Object... grants) {
        return object("name", name, "grants", List.of(grants));
    }

    private static Object grant(String permission) {
        return object("permission", permission);
    }

    private static Object grant(String permission, String scope) {
        return object("permission", permission, "scope", scope);
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(toSet());
    }

    private static Set<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.path(field).asText())
                .collect(toSet());
    }
}
