package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every text field of the API either keeps a naughty string as it is or refuses it by a pointer; every search takes it for text. */
@SystemTest
class NaughtyStringsIT {

    private static final List<String> STRINGS = new ArrayList<>();

    @BeforeAll
    static void read() throws Exception {
        Path file = Path.of(
                NaughtyStringsIT.class.getResource("/bad_input/blns.json").toURI());
        Rest.JSON.readTree(Files.readAllBytes(file)).forEach(string -> STRINGS.add(string.asText()));
        STRINGS.addAll(List.of("a\u0000b", "\ud800", "x\udc00", "\u0007bell", "e\u0301", "line\nbreak", "tab\there"));
        assertTrue(STRINGS.size() > 450);
    }

    @Test
    void namesOfDriversAndVehicles() {
        Person carrier = People.carrier();
        for (int i = 0; i < STRINGS.size(); i += 2) {
            String naughty = STRINGS.get(i);
            keptOrRefused(
                    naughty,
                    Rest.post("/api/drivers", object("name", naughty, "phone", naughty), carrier),
                    "/name",
                    "/phone");
            keptOrRefused(naughty, Rest.post("/api/drivers", object("name", naughty), carrier), "/name");
            keptOrRefused(
                    naughty,
                    Rest.post(
                            "/api/vehicles",
                            object(
                                    "name",
                                    naughty,
                                    "plate",
                                    naughty,
                                    "equipment",
                                    "DRY_VAN",
                                    "capacity",
                                    AccessWorld.capacity()),
                            carrier),
                    "/name");
        }
    }

    @Test
    void wordsOfLoadsAndTheirStops() {
        Person shipper = People.shipper();
        for (int i = 0; i < STRINGS.size(); i += 2) {
            String naughty = STRINGS.get(i);
            Object pickup = object(
                    "kind",
                    "PICKUP",
                    "placeId",
                    "city:4887398",
                    "contactName",
                    naughty,
                    "windowStart",
                    "2030-01-01T08:00",
                    "windowEnd",
                    "2030-01-01T10:00");
            Object delivery = object(
                    "kind",
                    "DELIVERY",
                    "placeId",
                    "city:5263045",
                    "address",
                    naughty,
                    "windowStart",
                    "2030-01-02T08:00",
                    "windowEnd",
                    "2030-01-02T10:00");
            keptOrRefused(
                    naughty,
                    Rest.post(
                            "/api/loads",
                            object(
                                    "draft",
                                    true,
                                    "equipment",
                                    "DRY_VAN",
                                    "mode",
                                    "FULL",
                                    "cargo",
                                    object("weightKilograms", 1),
                                    "price",
                                    AccessWorld.money("1.00"),
                                    "commodity",
                                    naughty,
                                    "notes",
                                    naughty,
                                    "stops",
                                    List.of(pickup, delivery)),
                            shipper),
                    "/commodity",
                    "/notes",
                    "/stops/0/contactName",
                    "/stops/1/address");
        }
    }

    @Test
    void codesIdsAndEnumsAreNeverMoreThanRefused() {
        Person shipper = People.shipper();
        for (int i = 0; i < STRINGS.size(); i += 3) {
            String naughty = STRINGS.get(i);
            for (String field : List.of("equipment", "mode")) {
                refused(naughty, Rest.post("/api/loads", object(field, naughty), shipper));
            }
            Answer toppedUp = Rest.post(
                    "/api/wallet/top-ups", object("amount", object("amount", naughty, "currency", "USD")), shipper);
            assertTrue(Set.of(201, 422).contains(toppedUp.status()), () -> naughty + " answered " + toppedUp.body());
            refused(
                    naughty,
                    Rest.post(
                            "/api/wallet/top-ups",
                            object("amount", object("amount", "1.00", "currency", naughty)),
                            shipper));
            refused(naughty, Rest.post("/api/offers", object("loadId", naughty), shipper));
            refused(naughty, Rest.post("/api/auth/switch", object("organisationId", naughty), shipper));
        }
    }

    @Test
    void searchesAndAddresses() {
        Person carrier = People.carrier();
        Person admin = People.admin();
        for (int i = 0; i < STRINGS.size(); i += 6) {
            String naughty = STRINGS.get(i);
            if (naughty.indexOf('\ud800') >= 0 || naughty.indexOf('\udc00') >= 0) {
                continue;
            }
            String text = URLEncoder.encode(naughty, StandardCharsets.UTF_8);
            found(naughty, Rest.get("/api/places?q=" + text, carrier));
            found(naughty, Rest.get("/api/drivers?q=" + text, carrier));
            found(naughty, Rest.post("/api/organisations/search", object("q", naughty, "limit", 1), admin));
            found(naughty, Rest.get("/api/loads?status=" + text + "&near=" + text, carrier));
            found(naughty, Rest.get("/api/bookings?after=" + text, carrier));
            Answer byId = Rest.get("/api/places/" + text.replace("+", "%20"), carrier);
            assertTrue(
                    Set.of(200, 400, 404, 422).contains(byId.status()),
                    () -> naughty + " answered " + byId.status() + " " + byId.body());
        }
    }

    /** Kept in normal form C and without white space at its ends, or refused with a pointer. */
    private static void keptOrRefused(String naughty, Answer answer, String... pointers) {
        if (answer.status() == 422) {
            assertTrue(
                    answer.body()
                            .path("errors")
                            .path(0)
                            .path("pointer")
                            .asText()
                            .startsWith("/"),
                    () -> naughty + " answered " + answer.body());
            return;
        }
        assertEquals(201, answer.status(), () -> naughty + " answered " + answer.body());
        String kept = Normalizer.normalize(naughty, Normalizer.Form.NFC).strip();
        for (String pointer : pointers) {
            JsonNode field = answer.body().at(pointer);
            assertEquals(kept, field.isNull() ? "" : field.asText(), pointer);
        }
    }

    private static void refused(String naughty, Answer answer) {
        assertTrue(
                Set.of(404, 422).contains(answer.status()),
                () -> naughty + " answered " + answer.status() + " " + answer.body());
    }

    private static void found(String naughty, Answer answer) {
        assertTrue(
                Set.of(200, 422, 404).contains(answer.status()),
                () -> naughty + " answered " + answer.status() + " " + answer.body());
    }
}
