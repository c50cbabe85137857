package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists that go on: no page repeats or leaves out a row while others are added, and none asks the database once a row. */
@SystemTest
class ListsIT {

    private static final int ROWS = 50;
    private static final int PAGE = 15;

    /** A trip carries fifty at most; some are added while it is read. */
    private static final int ON_A_TRIP = 46;

    /** What gives no rows of anybody's business, or one row with nothing below it. */
    private static final Set<String> NO_LISTS = Set.of(
            "/api/health",
            "/api/live",
            "/api/ready",
            "/api/version",
            "/api/metrics",
            "/api/.well-known/jwks.json",
            "/api/me",
            "/api/me/profile",
            "/api/avatars/{personId}",
            "/api/flags",
            "/api/notifications/count",
            "/api/notifications/preferences",
            "/api/notifications/unsubscribe/{token}",
            "/api/notifications/unsubscribe/{token}/kind",
            "/api/admin/flags/{key}",
            "/api/admin/people/{id}",
            "/api/admin/dead-letters",
            "/api/admin/jobs",
            "/api/admin/operations",
            "/api/admin/organisations/{id}",
            "/api/admin/organisations/{id}/wallet",
            "/api/wallet",
            "/api/last-changes/{of}/{id}",
            "/api/reports/lanes",
            "/api/bookings/{id}/positions/last",
            "/api/bookings/{id}/contest",
            "/api/admin/contests/{id}",
            "/api/admin/contests/{id}/documents/{documentId}/content",
            "/api/places",
            "/api/places/{id}",
            "/api/auth/providers",
            "/api/documents/{id}",
            "/api/documents/{id}/content",
            "/api/reports/lanes/runs/{id}",
            "/api/organisations/{id}",
            "/api/organisations/{id}/roles/{code}",
            "/api/organisations/{id}/ownership",
            "/api/organisations/{id}/policy",
            "/api/organisations/{id}/closing",
            "/api/permissions",
            "/api/audit/export",
            "/api/drivers/{id}",
            "/api/vehicles/{id}");

    private static ListWorld world;
    private static UUID busyTrip;
    private static UUID quietTrip;

    /** A list or a thing with rows below it: the address for few of them and the one for many. */
    private record Asked(String call, Person as, String few, String many) {}

    @BeforeAll
    static void manyOfEverything() {
        world = new ListWorld().grow(ROWS);
        busyTrip = world.trip(20_000);
        quietTrip = world.trip(20_000);
        world.book(quietTrip);
        ListWorld.parallel(ON_A_TRIP, () -> world.book(busyTrip));
    }

    @Test
    void aListIsReadWholeThoughRowsAreAddedMeanwhile() {
        for (String list : List.of(
                "/api/bookings",
                "/api/bookings?trip=" + busyTrip,
                "/api/loads?scope=own",
                "/api/offers",
                "/api/trips?scope=own",
                "/api/drivers",
                "/api/vehicles",
                "/api/wallet/postings")) {
            Person reader = list.contains("loads") || list.contains("wallet") ? world.shipper : world.carrier;
            assertReadWhole(list, reader);
        }
        assertReadWhole("/api/loads?scope=market", world.carrier);
        assertReadWhole("/api/trips?scope=market", world.shipper);
    }

    private static void assertReadWhole(String list, Person reader) {
        String more = list + (list.contains("?") ? "&" : "?") + "limit=" + PAGE;
        Set<String> there = new TreeSet<>();
        ids(Rest.get(list + (list.contains("?") ? "&" : "?") + "limit=" + 3 * PAGE, reader), there::add);
        List<String> read = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 3; page++) {
            JsonNode body = Rest.get(more + after, reader).expect(200).body();
            body.path("items").forEach(item -> read.add(item.path("id").asText()));
            after = "&after=" + body.path("next").asText();
            world.grow(1);
            if (list.contains("trip=")) {
                world.book(busyTrip);
            }
        }
        assertEquals(read.size(), Set.copyOf(read).size(), list + " repeats a row");
        there.removeAll(read);
        assertEquals(Set.of(), there, list + " lost rows");
    }

    private static void ids(Answer page, java.util.function.Consumer<String> each) {
        page.expect(200)
                .body()
                .path("items")
                .forEach(item -> each.accept(item.path("id").asText()));
    }

    @Test
    void noListAsksTheDatabaseOnceARow() {
        Map<String, String> growing = new LinkedHashMap<>();
        for (Asked asked : asked()) {
            // once before, so that what is only asked for the first time does not count
            Rest.get(asked.many(), asked.as()).expect(200);
            double few = statements(asked.call(), () -> Rest.get(asked.few(), asked.as()));
            double many = statements(asked.call(), () -> Rest.get(asked.many(), asked.as()));
            if (many > few) {
                growing.put(asked.many(), few + " statements for few rows, " + many + " for many");
            }
        }
        assertEquals(Map.of(), growing);
    }

    @Test
    void everyListAndDetailIsCounted() {
        Set<String> uncounted = new TreeSet<>();
        OpenApiIT.document().path("paths").fields().forEachRemaining(path -> {
            if (path.getValue().has("get")) {
                uncounted.add(path.getKey());
            }
        });
        uncounted.removeAll(NO_LISTS);
        asked().forEach(asked -> uncounted.remove(asked.call().substring("GET ".length())));
        assertEquals(Set.of(), uncounted);
    }

    private static List<Asked> asked() {
        UUID load = world.load("PARTIAL");
        UUID quietBooking = world.book(quietTrip);
        List<Asked> asked = new ArrayList<>();
        for (String list : List.of(
                "/api/bookings",
                "/api/loads?scope=own",
                "/api/offers",
                "/api/trips?scope=market",
                "/api/wallet/postings",
                "/api/events",
                "/api/tracking/on-the-road",
                "/api/matches?load=" + load)) {
            asked.add(list(list, world.shipper));
        }
        for (String list : List.of(
                "/api/bookings",
                "/api/loads?scope=market",
                "/api/offers",
                "/api/trips?scope=own",
                "/api/trips/" + quietTrip + "/assignments",
                "/api/drivers",
                "/api/vehicles",
                "/api/notifications",
                "/api/matches?trip=" + quietTrip,
                "/api/organisations/" + world.carrier.organisationId() + "/members",
                "/api/bookings/" + quietBooking + "/timeline",
                "/api/bookings/" + quietBooking + "/tellings",
                "/api/bookings/" + quietBooking + "/positions")) {
            asked.add(list(list, world.carrier));
        }
        asked.add(
                new Asked("GET /api/search", world.carrier, "/api/search?q=Chi&limit=1", "/api/search?q=Chi&limit=20"));
        asked.add(new Asked("GET /api/home", world.carrier, "/api/home", "/api/home"));
        asked.add(list("/api/organisations/" + world.carrier.organisationId() + "/invitations", world.carrier));
        asked.add(list("/api/organisations/" + world.carrier.organisationId() + "/roles", world.carrier));
        Sql.run(Rows.moreSessions(world.carrier.personId(), 5));
        asked.add(list("/api/sessions", world.carrier));
        asked.add(list("/api/audit", world.carrier));
        String keys = "/api/organisations/" + world.carrier.organisationId() + "/api-keys";
        for (int i = 0; i < 3; i++) {
            Rest.post(keys, Rest.object("name", "Key " + i, "scopes", List.of("fleet.view")), world.carrier)
                    .expect(201);
        }
        asked.add(list(keys, world.carrier));
        for (String whole : List.of(
                "/api/factors",
                "/api/auth/logins",
                "/api/organisations/" + world.carrier.organisationId() + "/addresses")) {
            asked.add(list(whole, world.carrier));
        }
        asked.add(list("/api/organisations", People.admin()));
        asked.add(list("/api/admin/due-items", People.admin()));
        asked.add(list("/api/admin/flags", People.admin()));
        asked.add(list("/api/admin/people", People.admin()));
        asked.add(list("/api/admin/organisations", People.admin()));
        for (String what : List.of("people", "bookings", "loads", "postings")) {
            Person whose = what.equals("people") ? world.carrier : world.shipper;
            asked.add(list("/api/admin/organisations/" + whose.organisationId() + "/" + what, People.admin()));
        }
        asked.add(new Asked(
                "GET /api/admin/flags/{key}/changes",
                People.admin(),
                "/api/admin/flags/SHORTCUT_HELP/changes?limit=1",
                "/api/admin/flags/SHORTCUT_HELP/changes?limit=50"));
        asked.add(list("/api/admin/deliveries", People.admin()));
        asked.add(list("/api/admin/network-rules", People.admin()));
        asked.add(list("/api/admin/rate-bypasses", People.admin()));
        asked.add(list("/api/admin/resealings", People.admin()));
        asked.add(list("/api/dev/mails", null));
        UUID contest = world.contests(3);
        asked.add(list("/api/contests", world.shipper));
        asked.add(list("/api/admin/contests", People.admin()));
        asked.add(list("/api/admin/contests/" + contest + "/timeline", People.admin()));
        asked.add(detail("/api/trips/{id}", world.carrier, quietTrip, busyTrip));
        asked.add(detail("/api/bookings/{id}", world.shipper, quietBooking, world.bookings.get(0)));
        asked.add(detail("/api/loads/{id}", world.shipper, load, load));
        // The newest one names a trip, as the many do: a single row asks for all that a row may ask for.
        UUID offer = world.offer(load, quietTrip);
        asked.add(detail("/api/offers/{id}", world.shipper, offer, offer));
        return asked;
    }

    private static Asked list(String address, Person as) {
        String path = address.replaceAll("\\?.*", "").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
        String more = address + (address.contains("?") ? "&" : "?") + "limit=";
        return new Asked("GET " + path, as, more + 1, more + ROWS);
    }

    private static Asked detail(String path, Person as, UUID few, UUID many) {
        return new Asked(
                "GET " + path, as, path.replace("{id}", few.toString()), path.replace("{id}", many.toString()));
    }

    /** How many statements the call sent, by the server's own count. */
    private static double statements(String call, Supplier<Answer> ask) {
        double before = counted(call);
        ask.get().expect(200);
        return counted(call) - before;
    }

    static double counted(String call) {
        Matcher sum = Pattern.compile("lanerunner_http_statements_sum\\{call=\"" + Pattern.quote(call) + "\",?} (\\S+)")
                .matcher(Rest.measurements());
        assertTrue(sum.find(), () -> call + " is not counted");
        return Double.parseDouble(sum.group(1));
    }
}
