package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The platform suspends an organisation and reopens it: what is agreed is carried out, nothing new is, and what is due to it waits. */
@SystemTest
class SuspensionIT {

    private static final String ALL = "/api/admin/organisations/";

    private static Person admin;

    @BeforeAll
    static void administrator() {
        admin = People.admin();
    }

    @Test
    void sessionsEndWithinTwoSecondsAndNoneBegins() throws Exception {
        Person owner = People.carrier();
        Person member = People.member(owner, "OFFICE");
        String secret = Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/api-keys",
                        object("name", "TMS", "scopes", List.of("trips.view")),
                        owner)
                .expect(201)
                .text("secret");
        Rest.call("GET", "/api/trips?scope=own", null, secret).expect(200);
        try (Channel channel = Channel.of(owner)) {
            long asked = System.nanoTime();
            suspend(owner, "The insurance has run out.").expect(200);
            Rest.get("/api/me", owner).expect(401, "identity/session-ended");
            Rest.get("/api/me", member).expect(401, "identity/session-ended");
            assertEquals(
                    "live/session-ended", channel.await("closed").path("reason").asText());
            Eventually.get(
                    () -> Rest.call("GET", "/api/trips?scope=own", null, secret), answer -> answer.status() == 401);
            assertTrue(System.nanoTime() - asked < 10_000_000_000L, "all was over long after two seconds");
        }
        for (Answer refused : List.of(
                signIn(owner), Rest.post("/api/auth/refresh", object("refreshToken", owner.refreshToken()), null))) {
            refused.expect(403, "organisations/suspended");
            assertTrue(
                    refused.body().path("detail").asText().contains("The insurance has run out."), refused::toString);
        }
        reopen(owner).expect(200);
        signIn(owner).expect(200);
        Eventually.get(() -> Rest.call("GET", "/api/trips?scope=own", null, secret), answer -> answer.status() == 200);
    }

    @Test
    void whoHasAnotherOrganisationActsForThat() {
        Person owner = People.shipper();
        Person other = People.carrier();
        Answer invitation = Rest.post(
                        "/api/organisations/" + other.organisationId() + "/members",
                        object("email", owner.email(), "roles", List.of("OFFICE")),
                        other)
                .expect(201);
        Rest.post("/api/auth/invitations/accept", object("token", Links.token(invitation.text("link"))), owner)
                .expect(201);
        suspend(owner, "Asked by the authority").expect(200);
        Answer signedIn = signIn(owner).expect(200);
        JsonNode me = Rest.call("GET", "/api/me", null, signedIn.text("accessToken"))
                .expect(200)
                .body();
        assertEquals(
                other.organisationId().toString(), me.at("/organisation/id").asText());
        assertEquals(
                1,
                me.path("memberships").findValues("suspended").stream()
                        .filter(JsonNode::asBoolean)
                        .count());
        Rest.call(
                        "POST",
                        "/api/auth/switch",
                        object("organisationId", owner.organisationId()),
                        signedIn.text("accessToken"))
                .expect(403, "organisations/suspended");
        Rest.post(
                        "/api/admin/people/" + owner.personId() + "/impersonate",
                        object("organisationId", owner.organisationId(), "reason", "look"),
                        admin)
                .expect(403, "organisations/suspended");
        reopen(owner).expect(200);
    }

    @Test
    void itsLoadsLeaveTheMarketAndItsOffersClose() {
        Parties parties = new Parties();
        Person shipper = parties.shipper().person();
        String load = parties.postLoad("500");
        String bids = parties.postLoadForBids();
        String offer = parties.offer(load);
        String trip = parties.postTrip();
        parties.carrier().get("/loads/" + load).expect(200);
        suspend(shipper, "Unpaid freight").expect(200);
        parties.carrier().get("/loads/" + load).expect(404);
        assertFalse(market(parties.carrier(), "loads").contains(load));
        parties.carrier()
                .post("/offers", Map.of("loadId", bids, "price", Parties.dollars("9")))
                .expect(404);
        Eventually.get(() -> parties.carrier().get("/offers/" + offer).at("/status"), "CLOSED"::equals);
        assertEquals(
                "ORGANISATION_SUSPENDED",
                Sql.text("SELECT data ->> 'because' FROM events.event WHERE type = 'offer.closed' AND aggregate_id = '"
                        + offer + "'"));
        reopen(shipper).expect(200);
        assertTrue(market(parties.carrier(), "loads").contains(load));
        parties.offer(load);

        Api other = Api.register("SHIPPER");
        assertTrue(market(other, "trips").contains(trip));
        suspend(parties.carrier().person(), "No licence").expect(200);
        assertFalse(market(other, "trips").contains(trip));
        other.get("/trips/" + trip).expect(404);
        reopen(parties.carrier().person()).expect(200);
        assertTrue(market(other, "trips").contains(trip));
    }

    @Test
    void driversFinishWhatIsUnderWayAndNothingElse() {
        Haul haul = new Haul().dispatched();
        suspend(haul.carrier, "Fraud suspected").expect(200);
        Rest.get("/api/me", haul.carrier).expect(401);
        Rest.get("/api/me", haul.driver).expect(401, "identity/session-ended");
        Person driver = People.refreshed(haul.driver);
        JsonNode me = Rest.get("/api/me", driver).expect(200).body();
        assertEquals("Fraud suspected", me.at("/suspension/reason").asText());
        Set<String> all = texts(me.path("permissions"));
        Set<String> own = texts(me.path("ownTrips"));
        own.add("self");
        assertEquals(own, all);
        Rest.get("/api/loads?scope=market", driver).expect(403);
        signIn(haul.driver).expect(200);
        Rest.post("/api/tracking/positions", object("positions", List.of(haul.position(0, Haul.PICKUP))), driver)
                .expect(200);
        assertTrue(haul.booking(haul.shipper).at("/seller/suspended").asBoolean());
        for (String[] step : new String[][] {{"arrive", "0"}, {"depart", "0"}, {"arrive", "1"}}) {
            Rest.post(
                            "/api/bookings/" + haul.bookingId + "/" + step[0],
                            object("stop", Integer.valueOf(step[1]), "reason", "by hand"),
                            driver)
                    .expect(200);
        }
        Rest.post(
                        "/api/bookings/" + haul.bookingId + "/deliver",
                        object("receivedBy", "Bo", "latitude", 41.6, "longitude", -87.5),
                        driver)
                .expect(200);
        Rest.get("/api/me", driver).expect(401, "identity/session-ended");
        Rest.post("/api/auth/refresh", object("refreshToken", driver.refreshToken()), null)
                .expect(403, "organisations/suspended");

        String accept = "/api/bookings/" + haul.bookingId + "/accept-proof";
        assertEquals(
                "DELIVERED", Rest.post(accept, null, haul.shipper).expect(200).at("/status"));
        Rest.post(accept, null, haul.shipper).expect(409, "bookings/release-waits");
        assertFalse(haul.booking(haul.shipper).path("actions").toString().contains("accept-proof"));
        assertEquals("900.00", escrowed(haul.shipper));
        reopen(haul.carrier).expect(200);
        Eventually.get(() -> haul.booking(haul.shipper).path("status").asText(), "SETTLED"::equals);
        assertEquals("0.00", escrowed(haul.shipper));
    }

    /** However many bookings another one has with it since. */
    @Test
    void eachCounterpartIsToldOnceAboutItsNewestBooking() {
        Parties parties = new Parties();
        parties.topUp("100");
        String older = parties.book("10").path("id").asText();
        Api busy = Api.register("SHIPPER");
        busy.post("/wallet/top-ups", Map.of("amount", Parties.dollars("100"))).expect(201);
        String load = busy.post("/loads", parties.load("10")).expect(201).at("/id");
        String offer = parties.offer(load);
        String booking =
                busy.post("/offers/" + offer + "/accept", Map.of()).expect(200).at("/booking/id");
        Sql.run("INSERT INTO bookings.booking SELECT (jsonb_populate_record(b, jsonb_build_object("
                + "'id', 'ffffffff' || substr(gen_random_uuid()::text, 9), 'reference', 'MANY-' || n, 'offer_id', gen_random_uuid(), 'leg_id', gen_random_uuid()))).*"
                + " FROM bookings.booking b, generate_series(1, 1001) n WHERE b.id = '" + booking + "'");
        try {
            suspend(parties.carrier().person(), "No licence").expect(200);
            NotificationsIT.one(parties.shipper(), "booking-suspended", older);
            assertEquals(
                    1,
                    busy.get("/notifications?limit=100&kind=booking-suspended")
                            .expect(200)
                            .body()
                            .path("items")
                            .size());
        } finally {
            Sql.run("DELETE FROM bookings.booking WHERE reference LIKE 'MANY-%'");
        }
        reopen(parties.carrier().person()).expect(200);
    }

    @Test
    void theOtherSideStepsBackAndHasItsMoneyBack() {
        Haul haul = new Haul();
        suspend(haul.carrier, "Fraud suspected").expect(200);
        Person driver = People.refreshed(haul.driver);
        Rest.get("/api/me", driver).expect(200);
        Rest.post("/api/bookings/" + haul.bookingId + "/cancel", object("reason", "suspended"), haul.shipper)
                .expect(200);
        Rest.get("/api/me", driver).expect(401, "identity/session-ended");
        assertEquals("0.00", escrowed(haul.shipper));
        assertEquals(
                0,
                Sql.number("SELECT coalesce(sum(cancelled), 0) FROM bookings.trade_record WHERE organisation_id IN ('"
                        + haul.shipper.organisationId() + "', '" + haul.carrier.organisationId() + "')"),
                "who steps back from a suspended side has nothing to answer for");
        Rest.post("/api/auth/refresh", object("refreshToken", driver.refreshToken()), null)
                .expect(403, "organisations/suspended");
        reopen(haul.carrier).expect(200);
    }

    /** Whoever is first: what was booked after it was suspended is nothing. */
    @Test
    void nothingIsAwardedOnceItIsSuspended() {
        Parties parties = new Parties();
        parties.topUp("1000");
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String offer = parties.offer(parties.postLoad("10"));
            calls.add(() -> parties.acceptAmongMany(offer));
        }
        calls.add(5, () -> suspend(parties.carrier().person(), "Now"));
        List<Answer> answers = AtOnce.all(calls);
        String carrier = parties.carrier().organisationId().toString();
        int booked = 0;
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            if (i == 5 || answer.status() == 200) {
                answer.expect(200);
                booked++;
            } else {
                assertTrue(
                        answer.status() == 409
                                && Set.of("organisations/other-suspended", "offers/not-open")
                                        .contains(answer.at("/type")),
                        answer::toString);
            }
        }
        assertEquals(
                booked - 1,
                Sql.number(
                        "SELECT count(*) FROM bookings.booking b JOIN identity.organisation o ON o.id = b.seller_organisation_id"
                                + " WHERE o.id = '" + carrier + "' AND b.created_at <= o.suspended_at"));
        assertEquals(
                booked - 1,
                Sql.number("SELECT count(*) FROM bookings.booking WHERE seller_organisation_id = '" + carrier + "'"));
        Eventually.get(
                () -> Sql.number("SELECT count(*) FROM deals.offer WHERE status = 'OPEN' AND seller_organisation_id = '"
                        + carrier + "'"),
                open -> open == 0);
        reopen(parties.carrier().person()).expect(200);
    }

    @Test
    void releasesWaitAndComeByThemselvesWhenItIsReopened() {
        Parties parties = new Parties();
        parties.topUp("1000");
        List<String> ids = new ArrayList<>();
        String own = "seller_organisation_id = '" + parties.carrier().organisationId() + "'";
        for (int i = 0; i < 6; i++) {
            ids.add(delivered(parties));
        }
        AtOnce.all(List.of(
                () -> {
                    Sql.run("UPDATE bookings.booking SET release_due_at = now() WHERE " + own);
                    return 200;
                },
                () -> suspend(parties.carrier().person(), "Now").status()));
        String late =
                "SELECT count(*) FROM bookings.booking b JOIN identity.organisation o ON o.id = b.seller_organisation_id WHERE b."
                        + own + " AND b.settled_at > o.suspended_at";
        long waiting = Sql.number("SELECT count(*) FROM bookings.booking WHERE status = 'DELIVERED' AND " + own);
        // a whole round of what is due has passed once another's release has come
        Parties others = new Parties();
        others.topUp("100");
        JsonNode booking = others.book("10");
        others.deliver(booking);
        String id = booking.path("id").asText();
        Sql.run("UPDATE bookings.booking SET release_due_at = now() WHERE id = '" + id + "'");
        Eventually.get(() -> others.shipper().get("/bookings/" + id).at("/status"), "SETTLED"::equals);
        assertEquals(0, Sql.number(late));
        assertEquals(
                waiting, Sql.number("SELECT count(*) FROM bookings.booking WHERE status = 'DELIVERED' AND " + own));
        assertEquals(
                0,
                Sql.number(
                        "SELECT count(*) FROM bookings.due_attempt WHERE id IN ('" + String.join("','", ids) + "')"));
        reopen(parties.carrier().person()).expect(200);
        Eventually.get(
                () -> Sql.number("SELECT count(*) FROM bookings.booking WHERE status = 'SETTLED' AND " + own),
                settled -> settled == 6);
        assertEquals(0, Sql.booksOutOfBalance());
    }

    @Test
    void onlyTheRightOneIsSuspendedAndOnce() {
        Person owner = People.shipper();
        suspend(owner, " ").expect(422, "request/invalid");
        Rest.post(ALL + admin.organisationId() + "/suspend", object("reason", "r"), admin)
                .expect(409, "organisations/platform");
        Rest.post(ALL + UUID.randomUUID() + "/suspend", object("reason", "r"), admin)
                .expect(404, "organisations/not-found");
        reopen(owner).expect(409, "organisations/not-suspended");
        Rest.post(ALL + owner.organisationId() + "/suspend", object("reason", "r"), admin, "If-Match", "\"77\"")
                .expect(412, "request/stale");
        JsonNode suspended = Rest.post(
                        ALL + owner.organisationId() + "/suspend",
                        object("reason", "Asked by Ann Example", "note", "File 4711"),
                        admin)
                .expect(200)
                .body();
        assertEquals("SUSPENDED", suspended.path("status").asText());
        assertEquals("File 4711", suspended.at("/suspension/note").asText());
        assertEquals("Admin", suspended.at("/suspension/byName").asText());
        suspend(owner, "again").expect(409, "organisations/suspended");
        String changes = Sql.text(
                "SELECT changes::text FROM audit.entry WHERE action = 'organisation.suspended' AND subject_id = '"
                        + owner.organisationId() + "' AND principal_id = '" + admin.personId() + "'");
        assertTrue(changes.contains("suspended"), changes);
        assertFalse(changes.contains("Ann") || changes.contains("4711"), changes);
        Rest.post(ALL + owner.organisationId() + "/reopen", object("reason", " "), admin)
                .expect(422, "request/invalid");
        JsonNode reopened = reopen(owner).expect(200).body();
        assertTrue(reopened.path("suspension").isNull());
        assertEquals("Cleared", reopened.at("/reopening/reason").asText());
        assertEquals("Admin", reopened.at("/reopening/byName").asText());
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'organisation.reopened' AND subject_id = '"
                        + owner.organisationId() + "'"));
        Person second = People.member(admin, "ADMIN");
        Sql.run("UPDATE identity.session SET proven_at = now() - interval '1 day' WHERE person_id = '"
                + second.personId() + "'");
        Rest.post(ALL + owner.organisationId() + "/suspend", object("reason", "r"), People.refreshed(second))
                .expect(403, "identity/proof-needed");
    }

    @Test
    void organisationsAreFoundAndLookedInto() {
        Haul haul = new Haul();
        String name = "SHIPPER " + haul.shipper.email();
        JsonNode found = search(object("q", haul.shipper.email().substring(7, 30)));
        assertEquals(1, found.path("items").size());
        assertEquals(name, found.at("/items/0/name").asText());
        assertEquals(
                0, search(object("q", name, "kind", "CARRIER")).path("items").size());
        assertEquals(
                0,
                search(object("q", name, "status", "SUSPENDED")).path("items").size());
        assertEquals(
                1,
                search(object("q", name, "status", "OPEN", "kind", "SHIPPER"))
                        .path("items")
                        .size());
        JsonNode first = search(object("sort", "NAME", "limit", 2));
        JsonNode second = search(
                object("sort", "NAME", "limit", 2, "after", first.path("next").asText()));
        assertTrue(
                first.at("/items/1/name")
                                .asText()
                                .toLowerCase()
                                .compareTo(second.at("/items/0/name").asText().toLowerCase())
                        <= 0,
                () -> first + " " + second);
        String carrier = ALL + haul.carrier.organisationId();
        assertEquals(
                2, Rest.get(carrier, admin).expect(200).body().path("members").asInt());
        JsonNode people =
                Rest.get(carrier + "/people?limit=1", admin).expect(200).body();
        assertEquals(haul.carrier.email(), people.at("/items/0/email").asText());
        assertTrue(people.at("/items/0/lastSeenAt").isTextual(), people::toString);
        assertEquals(
                haul.driver.email(),
                Rest.get(carrier + "/people?after=" + people.path("next").asText(), admin)
                        .expect(200)
                        .at("/items/0/email"));
        assertEquals(
                haul.bookingId.toString(),
                Rest.get(carrier + "/bookings?status=CONFIRMED", admin)
                        .expect(200)
                        .at("/items/0/id"));
        String shipper = ALL + haul.shipper.organisationId();
        assertEquals("COVERED", Rest.get(shipper + "/loads", admin).expect(200).at("/items/0/status"));
        assertEquals("900.00", Rest.get(shipper + "/wallet", admin).expect(200).at("/balances/0/escrowed/amount"));
        assertTrue(Rest.get(shipper + "/postings", admin)
                        .expect(200)
                        .body()
                        .path("items")
                        .size()
                >= 3);
        Rest.get(ALL + UUID.randomUUID() + "/wallet", admin).expect(404, "organisations/not-found");
        Rest.get(shipper + "/wallet", haul.shipper).expect(403);
    }

    /** A delivered booking with a driver and a vehicle of its own: one driver could not bring so many at once. */
    private static String delivered(Parties parties) {
        JsonNode booking = parties.book("10");
        Api carrier = parties.carrier();
        String driver =
                carrier.post("/drivers", Map.of("name", "Dee")).expect(201).at("/id");
        Map<String, Object> truck = Map.of(
                "name",
                "Truck",
                "plate",
                "P" + driver.substring(driver.length() - 6),
                "equipment",
                "DRY_VAN",
                "capacity",
                Map.of("weightKilograms", 18_000));
        String vehicle = carrier.post("/vehicles", truck).expect(201).at("/id");
        carrier.post(
                        "/trips/" + booking.path("tripId").asText() + "/assign",
                        Map.of("driverId", driver, "vehicleId", vehicle))
                .expect(200);
        String id = booking.path("id").asText();
        carrier.post("/bookings/" + id + "/dispatch", Map.of()).expect(200);
        parties.finish(booking);
        return id;
    }

    private static JsonNode search(Object wanted) {
        return Rest.post(ALL + "search", wanted, admin).expect(200).body();
    }

    private static Answer suspend(Person ofOrganisation, String reason) {
        return Rest.post(ALL + ofOrganisation.organisationId() + "/suspend", object("reason", reason), admin);
    }

    private static Answer reopen(Person ofOrganisation) {
        return Rest.post(ALL + ofOrganisation.organisationId() + "/reopen", object("reason", "Cleared"), admin);
    }

    private static Answer signIn(Person person) {
        return Rest.post("/api/auth/login", object("email", person.email(), "password", People.PASSWORD), null);
    }

    private static String escrowed(Person shipper) {
        return Rest.get("/api/wallet", shipper).expect(200).at("/balances/0/escrowed/amount");
    }

    private static Set<String> market(Api reader, String what) {
        Set<String> ids = new TreeSet<>();
        reader.get("/" + what + "?scope=market&limit=100")
                .expect(200)
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
