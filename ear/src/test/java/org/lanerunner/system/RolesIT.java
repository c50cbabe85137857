package org.lanerunner.system;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.documents.DocumentPermissions;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Permission;
import org.lanerunner.tracking.TrackingPermissions;
import org.lanerunner.trips.TripPermissions;

/** What roles grant and how far it reaches: in the tables, in the token, and in what somebody sees. */
@SystemTest
class RolesIT {

    private static final Map<String, String> HELD = Map.ofEntries(
            Map.entry("OWNER", "EVERYBODY"),
            Map.entry("AUDITOR", "EVERYBODY"),
            Map.entry("PLATFORM_AUDITOR", "PLATFORM"),
            Map.entry("OFFICE", "EVERYBODY given with OFFICE"),
            Map.entry("ADMIN", "PLATFORM"),
            Map.entry("SHIPPER", "SHIPPER given with SHIPPER"),
            Map.entry("BROKER", "BROKER given with BROKER"),
            Map.entry("CARRIER", "CARRIER given with CARRIER"),
            Map.entry("DRIVER", "CARRIER"),
            Map.entry("TRAVELLER", "TRAVELLER given with TRAVELLER"),
            Map.entry("RIDER", "RIDER given with RIDER"));

    private static Haul haul;

    @BeforeAll
    static void haul() {
        haul = new Haul();
    }

    @Test
    void thePageTellsWhatEachRoleGrants() throws IOException {
        List<String> roles = List.of(Sql.text("SELECT string_agg(code, ' ' ORDER BY place) FROM identity.role")
                .split(" "));
        Map<String, String> scopes = rows("SELECT role || ' ' || permission, scope FROM identity.role_permission");
        List<String> found = new ArrayList<>();
        found.add("| Permission | " + String.join(" | ", roles) + " |");
        found.add("| --- |" + " --- |".repeat(roles.size()));
        rows("SELECT DISTINCT permission, '' FROM identity.role_permission")
                .keySet()
                .forEach(permission -> found.add("| `" + permission + "` | "
                        + roles.stream()
                                .map(role -> reach(scopes.get(role + " " + permission)))
                                .collect(joining(" | "))
                        + " |"));
        Path home = Path.of(System.getProperty("lanerunner.home"));
        Files.write(home.resolve("ear/target/roles-found.md"), found);
        try (Stream<String> page = Files.lines(home.resolve("docs/security/roles.md"))) {
            assertEquals(
                    String.join("\n", found),
                    page.filter(line -> line.startsWith("|")).collect(joining("\n")));
        }
    }

    private static String reach(String scope) {
        return scope == null ? "–" : scope.equals("ORGANISATION") ? "all" : "own trips";
    }

    @Test
    void theTablesSayWhoHoldsEachRole() {
        assertEquals(new TreeMap<>(HELD), rows("""
                SELECT r.code, concat_ws(' ', nullif(r.holders, 'KINDS'), string_agg(CASE WHEN r.holders = 'KINDS' THEN k.kind END, ' '),
                    'given with ' || string_agg(CASE WHEN k.given THEN k.kind END, ' '))
                FROM identity.role r LEFT JOIN identity.role_kind k ON k.role = r.code GROUP BY r.code, r.holders"""));
        assertEquals(
                "ADMIN OWNER", Sql.text("SELECT string_agg(code, ' ' ORDER BY code) FROM identity.role WHERE lasting"));
    }

    @Test
    void everyPermissionIsGrantedToSomebodyAndNoOthersAre() {
        Set<String> known = Permission.all().stream()
                .map(Permission::name)
                .filter(permission ->
                        !permission.equals(CommonPermissions.SELF) && !permission.equals(CommonPermissions.SELF_VIEW))
                .collect(toCollection(TreeSet::new));
        Set<String> granted = new TreeSet<>(rows("SELECT DISTINCT permission, '' FROM identity.role_permission")
                .keySet());
        assertEquals(known, granted);
    }

    @Test
    void aRoleThatThereIsNotIsRefused() {
        String members = "/api/organisations/" + haul.carrier.organisationId() + "/members";
        for (String role : List.of("EMPEROR", "SHIPPER", "driver", "")) {
            Answer answer = Rest.post(
                            members, object("email", People.newEmail(), "roles", List.of("OFFICE", role)), haul.carrier)
                    .expect(422, "request/invalid");
            assertEquals("/roles/1", answer.body().at("/errors/0/pointer").asText());
        }
        assertThrows(
                AssertionError.class,
                () -> Sql.run("UPDATE identity.membership_role SET role = 'EMPEROR' WHERE role = 'DRIVER'"));
    }

    @Test
    void theServerCantGrantAnything() throws SQLException {
        for (String table : List.of("role", "role_kind", "role_permission")) {
            try (Connection connection = TestServer.connectAsServer();
                    Statement statement = connection.createStatement()) {
                SQLException refused = assertThrows(
                        SQLException.class, () -> statement.executeUpdate("DELETE FROM identity." + table));
                assertEquals("42501", refused.getSQLState());
            }
        }
    }

    @Test
    void anOfficeDriverSeesTheBookingsOfOwnTripsAndAllDocuments() {
        Person office = People.member(haul.carrier, "OFFICE", "DRIVER");
        String document =
                Upload.png("/api/documents", null, haul.carrier).expect(201).text("id");
        Rest.get("/api/bookings/" + haul.bookingId, office).expect(404);
        Rest.get("/api/trips/" + haul.tripId, office).expect(404);
        Rest.get("/api/documents/" + document, office).expect(200);
        Rest.get("/api/documents/" + document, haul.driver).expect(404);
        assertEquals(
                Set.of(
                        BookingPermissions.VIEW,
                        BookingPermissions.DISPATCH,
                        BookingPermissions.DRIVE,
                        TrackingPermissions.REPORT,
                        TrackingPermissions.VIEW,
                        TripPermissions.VIEW),
                ownTrips(office));
    }

    @Test
    void aCarrierWhoDrivesTooSeesAll() {
        Person both = People.member(haul.carrier, "CARRIER", "DRIVER");
        assertTrue(actions(both).contains("dispatch"));
        Rest.get("/api/trips/" + haul.tripId, both).expect(200);
        assertEquals(Set.of(), ownTrips(both));
    }

    @Test
    void anOwnerWhoDrivesSeesAllAndDrivesOwnTripsOnly() {
        Person both = People.member(haul.carrier, "OWNER", "DRIVER");
        assertFalse(actions(both).contains("dispatch"));
        Rest.post("/api/bookings/" + haul.bookingId + "/dispatch", null, both).expect(404);
        assertTrue(actions(haul.driver).contains("dispatch"));
        assertEquals(
                Set.of(
                        BookingPermissions.DISPATCH,
                        BookingPermissions.DRIVE,
                        DocumentPermissions.STORE,
                        TrackingPermissions.REPORT),
                ownTrips(both));
    }

    /** Signed as the version before did, which a token outlives by minutes: what it does not say is not taken for all. */
    @Test
    void aTokenThatDoesNotSayHowFarItReachesIsNotTaken() throws Exception {
        Person driver = People.member(haul.carrier, "DRIVER");
        String[] parts = driver.accessToken().split("\\.");
        ObjectNode claims =
                (ObjectNode) Rest.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        Rest.call("GET", "/api/bookings", null, signed(parts[0], claims)).expect(200);
        assertFalse(claims.remove("ownTrips").isEmpty());
        String before = signed(parts[0], claims);
        Rest.call("GET", "/api/bookings", null, before).expect(401, "identity/session-ended");
        Rest.call("GET", "/api/health", null, before).expect(401);
        Person refreshed = People.refreshed(driver);
        Rest.get("/api/bookings/" + haul.bookingId, refreshed).expect(404);
    }

    /** What a role grants reaches who signs in or refreshes some seconds later, without a start of the server. */
    @Test
    void aGrantThatChangesIsFeltWithTheNextTokenButForOneThatCanNotBeNarrowed() {
        Person office = People.member(haul.carrier, "OFFICE");
        Sql.run("INSERT INTO identity.role_permission VALUES ('OFFICE', 'fleet.view', 'ORGANISATION'),"
                + " ('OFFICE', 'loads.view', 'OWN_TRIPS')");
        try {
            Eventually.get(
                    () -> Rest.get("/api/drivers", People.refreshed(office)).status(), status -> status == 200);
            Rest.get("/api/loads", People.refreshed(office)).expect(403);
        } finally {
            Sql.run(
                    "DELETE FROM identity.role_permission WHERE role = 'OFFICE' AND permission IN ('fleet.view', 'loads.view')");
            Eventually.get(
                    () -> Rest.get("/api/drivers", People.refreshed(office)).status(), status -> status == 403);
        }
    }

    private static Set<String> ownTrips(Person person) {
        JsonNode names = Rest.get("/api/me", person).expect(200).body().path("ownTrips");
        return texts(names).collect(toCollection(TreeSet::new));
    }

    private static List<String> actions(Person person) {
        return texts(haul.booking(person).path("actions")).toList();
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    /** With the key that signs now: the latest that was added, else the first. */
    private static String signed(String head, JsonNode claims) throws Exception {
        Path secrets = TestServer.data().secrets();
        Path added = secrets.resolve("signing-keys");
        Path latest = secrets.resolve("signing-key.pem");
        if (Files.isDirectory(added)) {
            try (Stream<Path> files = Files.list(added)) {
                latest = files.sorted().reduce((one, next) -> next).orElse(latest);
            }
        }
        String pem = Files.readString(latest);
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String signed = head + "." + encoder.encodeToString(Rest.JSON.writeValueAsBytes(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoder.encodeToString(signature.sign());
    }

    /** Two columns, by the first. */
    private static Map<String, String> rows(String query) {
        String text = Sql.text("SELECT string_agg(a || '=' || b, E'\\n') FROM (" + query + ") AS found (a, b)");
        return text.lines()
                .map(line -> line.split("=", 2))
                .collect(toMap(pair -> pair[0], pair -> pair[1], (one, other) -> one, TreeMap::new));
    }
}
