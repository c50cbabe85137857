package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Drivers and vehicles over HTTP. */
@SystemTest
class FleetIT {

    @Test
    void aVehicleIsAddedChangedInPartAndDeactivated() {
        Person carrier = People.carrier();
        Answer added = Rest.post(
                        "/api/vehicles",
                        object(
                                "name",
                                "Truck 7",
                                "plate",
                                "IL 7",
                                "equipment",
                                "REEFER",
                                "capacity",
                                AccessWorld.capacity()),
                        carrier)
                .expect(201);
        String path = "/api/vehicles/" + added.id();
        assertTrue(added.header("Location").endsWith(path));
        Answer changed = patch(path, object("capacity", object("seats", 2)), carrier, added.header("ETag"))
                .expect(200);
        assertEquals(2, changed.body().at("/capacity/seats").asInt());
        assertEquals(20000, changed.body().at("/capacity/weightKilograms").asInt());
        patch(path, object("name", "Truck 8"), carrier, added.header("ETag")).expect(412);
        assertFalse(patch(path, object("active", false), carrier, "*")
                .expect(200)
                .body()
                .path("active")
                .asBoolean());
        patch(path, object("equipment", "HOVERCRAFT"), carrier, "*").expect(422, "request/invalid");
        patch(path, object("wings", 2), carrier, "*").expect(422, "request/invalid");
        assertEquals("Truck 7", Rest.get(path, carrier).expect(200).text("name"));
    }

    @Test
    void nullTakesAnOptionalFieldAwayButNotARequiredOne() {
        Person carrier = People.carrier();
        String path = "/api/drivers/"
                + Rest.post("/api/drivers", object("name", "Dana", "phone", "+1 555 0100"), carrier)
                        .expect(201)
                        .id();
        assertTrue(Rest.call("PATCH", path, "{\"phone\":null}", carrier.accessToken())
                .expect(200)
                .body()
                .path("phone")
                .isNull());
        Rest.call("PATCH", path, "{\"name\":null}", carrier.accessToken()).expect(422, "request/invalid");
        Rest.call("PATCH", path, "[]", carrier.accessToken()).expect(422);
    }

    @Test
    void listsComeInPagesAndAreSearchedByWhatTheyShow() {
        Person carrier = People.carrier();
        for (int i = 0; i < 5; i++) {
            Rest.post("/api/drivers", object("name", "Driver 10" + i + "%"), carrier)
                    .expect(201);
        }
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Rest.get("/api/drivers?limit=2&after=" + after, carrier)
                    .expect(200)
                    .body();
            page.path("items").forEach(driver -> names.add(driver.path("name").asText()));
            after = page.path("next").isNull() ? "" : page.path("next").asText();
        } while (!after.isEmpty());
        assertEquals(List.of("Driver 104%", "Driver 103%", "Driver 102%", "Driver 101%", "Driver 100%"), names);
        assertEquals(
                1,
                Rest.get("/api/drivers?q=DRIVER%20103", carrier)
                        .expect(200)
                        .body()
                        .path("items")
                        .size());
        assertEquals(
                0,
                Rest.get("/api/drivers?q=1_3", carrier)
                        .expect(200)
                        .body()
                        .path("items")
                        .size());
        Rest.get("/api/drivers?limit=101", carrier).expect(422);
        Rest.get("/api/drivers?after=x", carrier).expect(422);
    }

    @Test
    void whatCannotBeIsRefused() {
        Person carrier = People.carrier();
        Rest.post("/api/drivers", object("name", " "), carrier).expect(422, "request/invalid");
        Rest.post(
                        "/api/vehicles",
                        object(
                                "name",
                                "V",
                                "plate",
                                "P",
                                "equipment",
                                "CAR",
                                "capacity",
                                object("weightKilograms", -1)),
                        carrier)
                .expect(422, "request/invalid");
        Rest.post(
                        "/api/vehicles",
                        object("name", "V", "plate", "P", "equipment", "CAR", "capacity", object("seats", 1.5)),
                        carrier)
                .expect(422, "request/invalid");
        Map<String, Object> self = object("name", "Me", "personId", carrier.personId());
        Rest.post("/api/drivers", self, carrier).expect(201);
        Rest.post("/api/drivers", self, carrier).expect(409, "drivers/person-taken");
    }

    @Test
    void anotherOrganisationsFleetIsNotFound() {
        Person carrier = People.carrier();
        UUID driver = Rest.post("/api/drivers", object("name", "Dana"), carrier)
                .expect(201)
                .id();
        Person other = People.carrier();
        Rest.get("/api/drivers/" + driver, other).expect(404);
        patch("/api/drivers/" + driver, object("name", "Mine"), other, "*").expect(404);
        assertEquals(
                0,
                Rest.get("/api/drivers", other).expect(200).body().path("items").size());
    }

    /** An id in a body is of something of the own organisation, or the refusal says the same as for one of nothing. */
    @Test
    void whatIsAnotherOrganisationsCantBeNamed() {
        Parties parties = new Parties();
        Api carrier = parties.carrier();
        Api other = Api.register("CARRIER");
        UUID nobody = UUID.randomUUID();
        String members = "/organisations/" + carrier.organisationId() + "/members";
        String trip = parties.postTrip();
        String assign = "/trips/" + trip + "/assign";
        for (Object person : List.of(People.carrier().personId(), nobody)) {
            refused("/personId", carrier.post("/drivers", Map.of("name", "Not ours", "personId", person)));
            refused("/personId", carrier.patch("/drivers/" + parties.driverId(), Map.of("personId", person)));
        }
        String theirs =
                other.post("/drivers", Map.of("name", "Theirs")).expect(201).at("/id");
        for (Object driver : List.of(theirs, nobody)) {
            refused(
                    "/driverId",
                    carrier.post(
                            members,
                            Map.of("email", People.newEmail(), "roles", List.of("DRIVER"), "driverId", driver)));
            refused("/driverId", carrier.post(assign, Map.of("driverId", driver, "vehicleId", parties.vehicleId())));
        }
        refused("/vehicleId", carrier.post(assign, Map.of("driverId", parties.driverId(), "vehicleId", nobody)));
        refused("/tripId", carrier.post("/offers", Map.of("loadId", parties.postLoad("100"), "tripId", nobody)));
    }

    private static void refused(String pointer, Answer answer) {
        answer.expect(422);
        assertEquals(pointer, answer.at("/errors/0/pointer"));
        assertEquals("There is no such item, or it is not yours to name.", answer.at("/errors/0/detail"));
    }

    private static Answer patch(String path, Object body, Person as, String seen) {
        return Rest.call("PATCH", path, body, as.accessToken(), "If-Match", seen);
    }
}
