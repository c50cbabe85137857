package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Limits that no other test comes to: what they take, how they refuse one more, and that it is counted. */
@SystemTest
class LimitsIT {

    private static final Map<String, Object> STOP = object(
            "kind",
            "DELIVERY",
            "placeId",
            "city:4887398",
            "windowStart",
            "2030-01-01T08:00",
            "windowEnd",
            "2030-01-01T10:00");

    @Test
    void aLoadAndATripHaveTwentyStops() {
        double before = reached("stops");
        Map<String, Object> load = object(
                "equipment",
                "DRY_VAN",
                "cargo",
                object("weightKilograms", 100),
                "price",
                AccessWorld.money("90.00"),
                "stops",
                Collections.nCopies(21, STOP));
        assertEquals(
                "/stops",
                Rest.post("/api/loads", load, People.shipper()).expect(422).at("/errors/0/pointer"));
        Map<String, Object> trip = object(
                "equipment",
                "DRY_VAN",
                "capacity",
                AccessWorld.capacity(),
                "stops",
                Collections.nCopies(21, object("placeId", "city:4887398", "at", "2030-01-01T08:00")));
        assertEquals(
                "/stops",
                Rest.post("/api/trips", trip, People.carrier()).expect(422).at("/errors/0/pointer"));
        assertEquals(2, reached("stops") - before);
    }

    @Test
    void aBatchHasAThousandPositions() {
        double before = reached("batch");
        Haul haul = new Haul().dispatched();
        Map<String, Object> position = haul.position(10, Haul.PICKUP);
        haul.report(Collections.nCopies(1000, position)).expect(200);
        assertEquals(
                "/positions",
                haul.report(Collections.nCopies(1001, position)).expect(422).at("/errors/0/pointer"));
        assertEquals(1, reached("batch") - before);
    }

    @Test
    void anOrganisationHasAThousandMembers() {
        Person owner = People.shipper();
        Sql.run(
                "WITH people AS (INSERT INTO identity.person (id, email, email_key, name, password_hash, created_at, version)"
                        + " SELECT gen_random_uuid(), mail, mail, 'One of many', 'x', now(), 0"
                        + " FROM (SELECT gen_random_uuid() || '@example.org' AS mail FROM generate_series(1, 999)) mails RETURNING id)"
                        + " INSERT INTO identity.membership (id, person_id, organisation_id, joined_at, version)"
                        + " SELECT gen_random_uuid(), id, '" + owner.organisationId() + "', now(), 0 FROM people");
        String link = Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", People.newEmail(), "roles", List.of("OFFICE")),
                        owner)
                .expect(201)
                .text("link");
        Rest.post(
                        "/api/auth/invitations/accept",
                        object("token", Links.token(link), "name", "One too many", "password", People.PASSWORD),
                        null)
                .expect(409, "organisations/full");
    }

    private static double reached(String limit) {
        Matcher count = Pattern.compile("lanerunner_limit_reached_total\\{limit=\"" + limit + "\",?} (\\S+)")
                .matcher(Rest.measurements());
        assertTrue(count.find(), limit);
        return Double.parseDouble(count.group(1));
    }
}
