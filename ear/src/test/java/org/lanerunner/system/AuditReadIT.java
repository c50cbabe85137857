package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The audit as its readers see it: what was done and what was refused, from where, before and after; of the own organisation only. */
@SystemTest
class AuditReadIT {

    @Test
    void whoAuditsSeesWhoDidWhatFromWhereBeforeAndAfter() {
        Person owner = People.carrier();
        Person auditor = People.member(owner, "AUDITOR");
        String driver = driver(owner, "Berta Blum");
        rename(owner, driver, "Clara Kern");
        JsonNode row = Rest.get("/api/audit?action=driver.changed&subject=" + driver, auditor)
                .expect(200)
                .body()
                .path("items")
                .path(0);
        assertEquals(owner.personId().toString(), row.path("principalId").asText());
        assertEquals("Owner of a CARRIER", row.path("principalName").asText());
        assertEquals("DONE", row.path("outcome").asText());
        assertEquals("PATCH /api/drivers/{id}", row.path("call").asText());
        assertEquals("127.0.0.1", row.path("address").asText());
        assertTrue(row.path("userAgent").asText().startsWith("Java-http-client"), row::toString);
        JsonNode name = row.path("changes").path(0);
        assertEquals("fleet.driver", name.path("record").asText());
        assertEquals("Berta Blum", name.path("before").asText());
        assertEquals("Clara Kern", name.path("after").asText());
        String kept = Sql.text("SELECT row_to_json(e)::text FROM audit.entry e WHERE id = '"
                + row.path("id").asText() + "'");
        assertFalse(kept.contains("127.0.0.1") || kept.contains("Clara"), kept);

        Rest.get("/api/audit", People.member(owner, "OFFICE")).expect(403);
        assertEquals(0, items("/api/audit?subject=" + driver, People.carrier()).size());
        Rest.get("/api/audit?organisation=" + owner.organisationId(), People.carrier())
                .expect(404);
        Person platform = AccessWorld.platformAuditor();
        assertEquals(2, items("/api/audit?subject=" + driver, platform).size());
        assertEquals(
                2,
                items("/api/audit?subject=" + driver + "&organisation=" + owner.organisationId(), People.admin())
                        .size());
        Rest.get("/api/audit?outcome=MAYBE", auditor).expect(422);
        Rest.get("/api/audit?from=yesterday", auditor).expect(422);
        Rest.get("/api/audit?after=nothing", auditor).expect(422);
    }

    @Test
    void pagesGoThroughAllAndFiltersNarrow() {
        Person owner = People.carrier();
        for (int i = 0; i < 7; i++) {
            driver(owner, "Driver " + i);
        }
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    Rest.get("/api/audit?limit=3" + after, owner).expect(200).body();
            page.path("items").forEach(item -> read.add(item.path("id").asText()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());
        assertEquals(8, read.size());
        assertEquals(8, Set.copyOf(read).size());
        assertEquals(read, new ArrayList<>(new TreeSet<>(read).descendingSet()));
        assertEquals(7, items("/api/audit?action=driver.added", owner).size());
        assertEquals(
                0,
                items("/api/audit?to=2026-01-01T00:00:00Z&from=2025-01-01T00:00:00Z", owner)
                        .size());
        assertEquals(
                0,
                items("/api/audit?person=" + People.carrier().personId(), owner).size());
    }

    @Test
    void whatIsRefusedStandsThereWithItsReasonOnceForManyTimes() {
        Person owner = People.carrier();
        Person office = People.member(owner, "OFFICE");
        for (int i = 0; i < 3; i++) {
            Rest.post("/api/drivers", object("name", "Nobody"), office).expect(403);
        }
        Rest.post("/api/drivers", object("name", ""), owner).expect(422);
        Rest.get("/api/drivers", office).expect(403);
        List<JsonNode> denied = Eventually.get(
                () -> items("/api/audit?outcome=DENIED", owner),
                rows -> rows.stream().mapToInt(row -> row.path("times").asInt()).sum() == 4);
        JsonNode post = denied.stream()
                .filter(row -> row.path("call").asText().startsWith("POST"))
                .findFirst()
                .orElseThrow();
        assertEquals(office.personId().toString(), post.path("principalId").asText());
        assertEquals("request/forbidden", post.path("slug").asText());
        assertEquals("call.denied", post.path("action").asText());
        assertEquals("127.0.0.1", post.path("address").asText());
        List<JsonNode> failed = items("/api/audit?outcome=FAILED", owner);
        assertEquals(1, failed.size());
        assertEquals("request/invalid", failed.get(0).path("slug").asText());
    }

    /** Told to who audits the platform; the account by its id, what is none by the address, which lies sealed. */
    @Test
    void aFailedSignInSaysWhoseAccountItWasAbout() {
        Person owner = People.carrier();
        String nobodys = People.newEmail();
        for (String email : List.of(owner.email(), nobodys)) {
            Rest.post("/api/auth/login", object("email", email, "password", "a wrong password"), null)
                    .expect(401);
        }
        Rest.post("/api/auth/no-such-way/aB9-secret-of-a-link", null, null).expect(404);
        JsonNode known = Eventually.get(
                        () -> items("/api/audit?action=call.denied&subject=" + owner.personId(), People.admin()),
                        rows -> !rows.isEmpty())
                .get(0);
        assertEquals("NOBODY", known.path("principal").asText());
        assertEquals("identity/wrong-credentials", known.path("slug").asText());
        assertTrue(known.path("tried").isNull(), known::toString);
        JsonNode unknown = Eventually.get(
                        () -> items("/api/audit?action=call.denied&outcome=DENIED", People.admin()).stream()
                                .filter(row -> row.path("tried").asText().equals(nobodys))
                                .toList(),
                        rows -> !rows.isEmpty())
                .get(0);
        assertTrue(unknown.path("subjectId").isNull(), unknown::toString);
        String kept = Sql.text("SELECT row_to_json(e)::text FROM audit.entry e WHERE id = '"
                + unknown.path("id").asText() + "'");
        assertFalse(kept.contains(nobodys), kept);
        assertEquals(0, Sql.number("SELECT count(*) FROM audit.entry WHERE call LIKE '%secret-of-a-link%'"));
    }

    /** What one side brings into a booking the other knows while it stands, and no longer; so does its audit. */
    @Test
    void ofACancelledBookingNeitherSidesAuditTellsOfTheOthersPeopleAndPlaces() {
        Parties parties = new Parties();
        parties.topUp("2000");
        String load = parties.shipper()
                .post("/loads", parties.addressed("1200"))
                .expect(201)
                .at("/id");
        JsonNode booking =
                parties.accept(parties.offer(load)).expect(200).body().get("booking");
        parties.assign(booking.get("tripId").asText());
        String path = "/bookings/" + booking.get("id").asText();
        parties.carrier().post(path + "/dispatch", Map.of()).expect(200);
        parties.carrier()
                .post(path + "/arrive", Map.of("stop", 0, "reason", "by hand"))
                .expect(200);
        parties.cancel(booking);
        String carriers =
                items("/api/audit?limit=100", parties.carrier().person()).toString();
        String shippers =
                items("/api/audit?limit=100", parties.shipper().person()).toString();
        assertTrue(carriers.contains("CANCELLED") && shippers.contains("offer.accepted"), carriers + shippers);
        for (String theirs : List.of("First Street", "Fourth Street", "site.latitude")) {
            assertFalse(carriers.contains(theirs), theirs + " in " + carriers);
        }
        for (String theirs : List.of("Dee Driver", "Truck 1", "vehiclePlate", "driverName")) {
            assertFalse(shippers.contains(theirs), theirs + " in " + shippers);
        }
    }

    /** Once each time its record is opened, whatever is then read of it; not in the organisation's own audit. */
    @Test
    void whichAdministratorLookedIntoAnOrganisationStandsThere() {
        Person owner = People.shipper();
        Person admin = People.admin();
        String organisation = "/api/admin/organisations/" + owner.organisationId();
        Rest.get(organisation, admin).expect(200);
        for (String inside : List.of("people", "bookings", "loads", "wallet", "postings")) {
            Rest.get(organisation + "/" + inside, admin).expect(200);
        }
        String viewed = "/api/audit?action=organisation.viewed&subject=" + owner.organisationId();
        List<JsonNode> rows = items(viewed, admin);
        assertEquals(1, rows.size());
        assertEquals(
                admin.personId().toString(), rows.get(0).path("principalId").asText());
        assertEquals(
                "GET /api/admin/organisations/{id}", rows.get(0).path("call").asText());
        assertEquals(0, items(viewed, owner).size());
        Rest.get(organisation, owner).expect(403);
        assertEquals(1, items(viewed, admin).size());
    }

    @Test
    void theExportIsPlainTextToASpreadsheet() {
        Person owner = People.carrier();
        String driver = driver(owner, "=HYPERLINK(\"http://evil.example\")");
        rename(owner, driver, "+1 Plus, \"Quoted\"");
        HttpResponse<byte[]> answer =
                Rest.exchange(HttpRequest.newBuilder(Rest.address("/api/audit/export?subject=" + driver))
                        .header("Authorization", "Bearer " + owner.accessToken())
                        .header("Accept", "text/csv")
                        .build());
        String csv = new String(answer.body(), StandardCharsets.UTF_8);
        assertEquals(200, answer.statusCode(), csv);
        assertTrue(csv.startsWith("at,principal,"), csv);
        assertTrue(
                csv.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"'+1 Plus, \"\"Quoted\"\"\",,\r\n"), csv);
        assertEquals(3, csv.lines().count(), csv);
        Rest.get("/api/audit/export", People.member(owner, "OFFICE")).expect(403);
        Person auditor = People.member(owner, "AUDITOR");
        Sql.run("UPDATE identity.session SET proven_at = now() - interval '1 day' WHERE person_id = '"
                + auditor.personId() + "'");
        Rest.get("/api/audit/export", People.refreshed(auditor)).expect(403, "identity/proof-needed");
    }

    private static List<JsonNode> items(String path, Person as) {
        List<JsonNode> items = new ArrayList<>();
        Rest.get(path, as).expect(200).body().path("items").forEach(items::add);
        return items;
    }

    private static String driver(Person owner, String name) {
        return Rest.post("/api/drivers", object("name", name), owner)
                .expect(201)
                .text("id");
    }

    private static void rename(Person owner, String driver, String name) {
        Rest.call("PATCH", "/api/drivers/" + driver, object("name", name), owner.accessToken())
                .expect(200);
    }
}
