package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feature flags: who sets them, whom a change reaches and how soon, and what is told of it. */
@SystemTest
class FlagsIT {

    private static final String FLAG = "/api/admin/flags/SHORTCUT_HELP";

    /** "Within a few seconds", on a machine that builds something else meanwhile. */
    private static final Duration FEW_SECONDS = Duration.ofSeconds(8);

    private static Person admin;
    private static Person shipper;
    private static Person other;

    @BeforeAll
    static void people() {
        admin = People.admin();
        shipper = People.shipper();
        other = People.shipper();
    }

    /** Whatever other tests left. */
    @BeforeEach
    @AfterEach
    void off() {
        if (flag().path("killed").asBoolean()) {
            Rest.post(FLAG + "/revive", null, admin).expect(200);
        }
        put(object("percentage", 0)).expect(200);
    }

    @Test
    void whoIsNamedHasItAndTheOthersHaveNot() {
        put(object("percentage", 0, "persons", List.of(shipper.personId()))).expect(200);
        assertTrue(has(shipper));
        assertFalse(has(other));
        JsonNode set = put(object("percentage", 0, "organisations", List.of(other.organisationId())))
                .expect(200)
                .body();
        assertTrue(has(other));
        assertFalse(has(shipper));
        assertTrue(set.at("/organisations/0/name").asText().startsWith("SHIPPER "), set::toString);
        put(object("percentage", 100)).expect(200);
        assertTrue(has(shipper) && has(other));
    }

    @Test
    void aKillSwitchIsHeardByWhoIsConnectedWithinSeconds() throws Exception {
        put(object("percentage", 0, "persons", List.of(shipper.personId()))).expect(200);
        try (Channel channel = Channel.of(shipper)) {
            assertTrue(has(shipper));
            Instant pulled = Instant.now();
            Rest.post(FLAG + "/kill", null, admin).expect(200);
            channel.await("flags");
            assertFalse(has(shipper));
            Duration took = Duration.between(pulled, Instant.now());
            assertTrue(took.compareTo(FEW_SECONDS) < 0, took::toString);
        }
        Rest.post(FLAG + "/kill", null, admin).expect(409, "flags/killed");
        Rest.post(FLAG + "/revive", null, admin).expect(200);
        assertTrue(has(shipper));
        Rest.post(FLAG + "/revive", null, admin).expect(409, "flags/not-killed");
    }

    /** Written past this server, as another one would. */
    @Test
    void whatAnotherNodeChangedIsKnownHereWithinSeconds() {
        assertFalse(has(shipper));
        Instant written = Instant.now();
        Sql.run("UPDATE flags.flag SET percentage = 100, version = version + 1 WHERE key = 'SHORTCUT_HELP'");
        Eventually.get(() -> has(shipper), on -> on);
        Duration took = Duration.between(written, Instant.now());
        assertTrue(took.compareTo(FEW_SECONDS) < 0, took::toString);
    }

    @Test
    void ofTwoAdministratorsWhoReadTheSameOneIsTooLate() {
        int version = flag().path("version").asInt();
        List<Callable<Integer>> both = Stream.of(10, 20)
                .<Callable<Integer>>map(percentage ->
                        () -> put(object("percentage", percentage), version).status())
                .toList();
        List<Integer> answers = AtOnce.all(both).stream().sorted().toList();
        assertEquals(List.of(200, 412), answers);
        put(object("percentage", 30), version).expect(412, "request/stale");
        Rest.post(FLAG + "/kill", null, admin, "If-Match", "\"" + version + "\"")
                .expect(412, "request/stale");
    }

    @Test
    void aChangeIsAuditedWithBeforeAndAfterAndTold() {
        put(object("percentage", 5, "persons", List.of(shipper.personId()))).expect(200);
        String call = put(object("percentage", 15))
                .expect(200)
                .headers()
                .firstValue("X-Correlation-Id")
                .orElseThrow();
        String changes =
                Sql.text("SELECT changes::text FROM audit.entry WHERE action = 'flag.changed' AND correlation_id = '"
                        + call + "'");
        assertTrue(changes.contains("\"percentage\": [5, 15]"), changes);
        assertTrue(changes.contains("\"persons\": [[\"" + shipper.personId() + "\"], []]"), changes);
        JsonNode last = Rest.get(FLAG + "/changes?limit=1", admin).expect(200).body();
        assertEquals("CHANGED", last.at("/items/0/act").asText());
        assertEquals(5, last.at("/items/0/percentageBefore").asInt());
        assertEquals(15, last.at("/items/0/percentage").asInt());
        assertEquals("Admin", last.at("/items/0/name").asText());
        JsonNode before = Rest.get(
                        FLAG + "/changes?limit=1&after=" + last.path("next").asText(), admin)
                .expect(200)
                .body();
        assertEquals(5, before.at("/items/0/percentage").asInt());
    }

    @Test
    void whatIsWrongIsRefusedWithAPointer() {
        refused(object("percentage", 101), "/percentage");
        refused(object("percentage", -1), "/percentage");
        refused(object(), "/percentage");
        refused(object("percentage", 1, "persons", List.of(shipper.personId(), UUID.randomUUID())), "/persons/1");
        refused(object("percentage", 1, "organisations", List.of(shipper.personId())), "/organisations/0");
        refused(object("percentage", 1, "organisations", Collections.singletonList(null)), "/organisations/0");
        refused(object("percentage", 1, "persons", Collections.nCopies(101, shipper.personId())), "/persons");
        Rest.get("/api/admin/flags/shortcut_help", admin).expect(404, "flags/not-found");
        Rest.call("PUT", "/api/admin/flags/NOT_DECLARED", object("percentage", 1), admin.accessToken())
                .expect(404, "flags/not-found");
    }

    @Test
    void whatCodeDoesNotAskForAnyMoreIsShownAsSuch() {
        Sql.run("INSERT INTO flags.flag VALUES (gen_random_uuid(), 'LONG_GONE', false, 50, now(), 3)");
        try {
            JsonNode gone =
                    Rest.get("/api/admin/flags/LONG_GONE", admin).expect(200).body();
            assertFalse(gone.path("used").asBoolean(true));
            assertTrue(flag().path("used").asBoolean());
            assertEquals("PERSON", flag().path("unit").asText());
            Eventually.get(() -> Rest.get("/api/flags", shipper).status(), status -> status == 200);
        } finally {
            Sql.run("DELETE FROM flags.flag WHERE key = 'LONG_GONE'");
        }
    }

    @Test
    void anAssignmentIsToldOnceAPersonAndOutcomeHoweverOftenItIsAsked() {
        Person person = People.shipper();
        for (int i = 0; i < 5; i++) {
            assertFalse(has(person));
        }
        Eventually.get(() -> assigned(person, false), told -> told == 1);
        put(object("percentage", 100)).expect(200);
        for (int i = 0; i < 5; i++) {
            assertTrue(has(person));
        }
        Eventually.get(() -> assigned(person, true), told -> told == 1);
        assertEquals(1, assigned(person, false));
        assertEquals(
                0,
                Rest.get("/api/events?limit=100", person).expect(200).body().findValuesAsText("type").stream()
                        .filter(type -> type.contains("flag."))
                        .count());
    }

    private static long assigned(Person person, boolean on) {
        return Sql.number("SELECT count(*) FROM events.event WHERE type = 'flag.assigned' AND subjects @> ARRAY['"
                + person.personId() + "'::uuid] AND (data ->> 'on')::boolean = " + on);
    }

    private static void refused(Object reach, String pointer) {
        assertEquals(pointer, put(reach).expect(422, "request/invalid").at("/errors/0/pointer"));
    }

    private static boolean has(Person person) {
        return Rest.get("/api/flags", person)
                .expect(200)
                .body()
                .path("on")
                .toString()
                .contains("SHORTCUT_HELP");
    }

    private static JsonNode flag() {
        return Rest.get(FLAG, admin).expect(200).body();
    }

    private static Answer put(Object reach) {
        return Rest.call("PUT", FLAG, reach, admin.accessToken());
    }

    private static Answer put(Object reach, int version) {
        return Rest.call("PUT", FLAG, reach, admin.accessToken(), "If-Match", "\"" + version + "\"");
    }
}
