package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is told what: once, nobody else, and no more than they may see; in the inbox whatever becomes of the mail. */
@SystemTest
class NotificationsIT {

    private static final Pattern UNSUBSCRIBE = Pattern.compile("/unsubscribe#(\\S+)");

    @Deployment(testable = false)
    static WebArchive probe() {
        return ProbeArchive.named("notice-probe.war");
    }

    private static Parties parties;
    private static Api bystander;
    private static Person driver;

    @BeforeAll
    static void aWorld() {
        parties = new Parties();
        parties.topUp("20000.00");
        bystander = Api.register("CARRIER");
        driver = People.driver(parties.carrier().person(), UUID.fromString(parties.driverId()));
    }

    @Test
    void whoWasToldOfADispatchIsToldThatItWasTakenBack() {
        Parties road = new Parties();
        road.topUp("1000.00");
        JsonNode booking = road.book("750.00");
        String id = booking.path("id").asText();
        road.assign(booking.path("tripId").asText());
        road.carrier().post("/bookings/" + id + "/dispatch", Map.of()).expect(200);
        JsonNode told = one(road.shipper(), "booking-dispatched", id);
        road.shipper()
                .post("/notifications/" + told.path("id").asText() + "/read", null)
                .expect(200);
        road.carrier()
                .post("/bookings/" + id + "/undo", Map.of("what", "DISPATCH"))
                .expect(200);
        one(road.shipper(), "booking-dispatch-withdrawn", id);
        assertEquals(0, told(road.carrier(), "booking-dispatch-withdrawn", id).size());
    }

    @Test
    void aCancellationIsToldTheOtherSideAloneAndStaysUntilItIsAcknowledged() throws Exception {
        Api carrier = parties.carrier();
        Api stranger = Api.register("CARRIER");
        JsonNode booking = parties.book("900.00");
        String id = booking.path("id").asText();
        try (Channel channel = Channel.of(carrier.person())) {
            cancel(booking, "dock closed");
            channel.await("notices");
        }
        JsonNode notice = one(carrier, "booking-cancelled", id);
        assertEquals("BOOKING", notice.path("about").asText());
        assertEquals("dock closed", notice.at("/texts/reason").asText());
        assertEquals(booking.at("/buyer/name").asText(), notice.at("/texts/by").asText());
        assertEquals("Chicago, IL", notice.at("/texts/origin").asText());
        assertEquals(
                booking.at("/sellerReceives/amount").asText(),
                notice.at("/amounts/missed/amount").asText());
        assertFalse(notice.at("/amounts").has("refunded"), "what the buyer got back is not the seller's to know");
        assertTrue(notice.path("stays").asBoolean());
        assertEquals(0, told(parties.shipper(), "booking-cancelled", id).size(), "who did it is not told");
        assertEquals(
                0,
                stranger.get("/notifications").expect(200).body().path("items").size());

        String path = "/notifications/" + notice.path("id").asText();
        stranger.post(path + "/read", null).expect(404);
        assertNotEquals(0, waiting(carrier));
        long before = waiting(carrier);
        carrier.post(path + "/acknowledge", null).expect(200);
        JsonNode again = carrier.post(path + "/acknowledge", null).expect(200).body();
        assertFalse(again.path("readAt").isNull(), "who acknowledges has read");
        assertEquals(before - 1, waiting(carrier));
        carrier.post(path + "/take-back", null).expect(200);
        assertEquals(before, waiting(carrier));
        carrier.post(path + "/acknowledge", null).expect(200);
    }

    @Test
    void whoCancelsGetsNoneAndTheBuyerHearsWhatCameBack() {
        JsonNode booking = parties.book("700.00");
        parties.cancel(booking);
        JsonNode notice =
                one(parties.shipper(), "booking-cancelled", booking.path("id").asText());
        assertEquals("700.00", notice.at("/amounts/refunded/amount").asText());
        assertFalse(notice.at("/amounts").has("missed"));
    }

    @Test
    void aDriverIsToldOfTheOwnTripsAndOfNoMoney() {
        JsonNode booking = parties.book("800.00");
        String id = booking.path("id").asText();
        parties.assign(booking.path("tripId").asText());
        cancel(booking, "no goods");
        Api own = Api.of(driver);
        JsonNode notice = one(own, "trip-booking-cancelled", id);
        assertEquals("no goods", notice.at("/texts/reason").asText());
        own.get("/notifications").expect(200).body().path("items").forEach(each -> {
            assertEquals(0, each.path("amounts").size(), each::toString);
            assertFalse(each.toString().contains("800.00"), each::toString);
        });
        assertEquals(0, told(own, "booking-cancelled", id).size());
        assertFalse(mail(driver.email()).path("text").asText().matches("(?s).*\\d\\.\\d\\d.*"));
        own.get("/notifications/preferences")
                .expect(200)
                .body()
                .path("preferences")
                .forEach(choice -> assertTrue(
                        choice.path("kind").asText().matches("trip-.*|link-handed-over"),
                        () -> "neither of the own trips nor of the own account: " + choice));
    }

    @Test
    void whatComesTwiceOrLateOrManyAtOnceIsToldOnce() {
        Api carrier = parties.carrier();
        JsonNode booking = parties.book("600.00");
        String id = booking.path("id").asText();
        cancel(booking, "changed plans");
        one(carrier, "booking-cancelled", id);
        String cancelled = event(id, "booking.cancelled");
        String confirmed = event(id, "booking.confirmed");
        long mails =
                rows("outbound.delivery", "person_id = '" + carrier.person().personId() + "'");
        // as if nobody had met them, several times, the later one first
        Sql.run("DELETE FROM events.inbox WHERE consumer = 'notifications.notices' AND event_id IN ('" + cancelled
                + "', '" + confirmed + "')");
        sendAgain(cancelled, 5, false);
        sendAgain(confirmed, 5, false);
        Eventually.get(
                () -> rows(
                        "events.inbox",
                        "consumer = 'notifications.notices' AND event_id IN ('" + cancelled + "', '" + confirmed
                                + "')"),
                count -> count == 2);
        sendAgain(cancelled, 50, true);
        Eventually.get(() -> all(carrier, "booking-cancelled", id).size(), count -> count == 51);
        assertEquals(1, rows("notifications.notice", "event_id = '" + cancelled + "'"));
        assertEquals(
                0,
                rows(
                        "notifications.notice",
                        "event_id = '" + confirmed + "' AND person_id = '"
                                + carrier.person().personId() + "' AND kind = 'booking-cancelled'"));
        // ten mails of a kind a day
        assertTrue(rows("outbound.delivery", "person_id = '" + carrier.person().personId() + "'") - mails <= 10);

        List<String> ids = all(carrier, "booking-cancelled", id);
        assertEquals(51, Set.copyOf(ids).size());
        JsonNode newest =
                carrier.get("/notifications?limit=1").expect(200).body().at("/items/0");
        sendAgain(cancelled, 1, true);
        Eventually.get(() -> all(carrier, "booking-cancelled", id).size(), count -> count == 52);
        carrier.post("/notifications/read-all", object("upTo", newest.path("id").asText()))
                .expect(200);
        assertEquals(
                1,
                carrier.get("/notifications?unread=true&kind=booking-cancelled")
                        .expect(200)
                        .body()
                        .path("items")
                        .size(),
                "one that came after what was seen stays unread");
        carrier.post("/notifications/read-all", object("upTo", UUID.randomUUID()))
                .expect(422);
    }

    @Test
    void aMailGoesByChoiceAndItsLinkSwitchesItsKindOff() {
        Parties others = new Parties();
        others.topUp("5000.00");
        Api carrier = others.carrier();
        String address = carrier.person().email();
        JsonNode first = others.book("500.00");
        others.shipper()
                .post("/bookings/" + first.path("id").asText() + "/cancel", Map.of("reason", "rain <b>& snow"))
                .expect(200);
        JsonNode mail = Eventually.get(
                () -> mail(address), each -> each.path("kind").asText().equals("bookings/booking-cancelled"));
        assertTrue(mail.path("text").asText().contains("rain <b>& snow"), mail::toString);
        assertTrue(mail.path("html").asText().contains("rain &lt;b&gt;&amp; snow"), mail::toString);
        assertTrue(mail.path("text").asText().contains("agreed with you are not paid"), mail::toString);
        assertFalse(mail.path("text").asText().contains("back in your wallet"), mail::toString);

        Matcher link = UNSUBSCRIBE.matcher(mail.path("text").asText());
        assertTrue(link.find(), mail::toString);
        String path = "/notifications/unsubscribe/" + link.group(1);
        assertTrue(
                Api.nobody().get(path + "/kind").expect(200).body().path("mail").asBoolean());
        assertTrue(choice(carrier, "booking-cancelled").path("mail").asBoolean(), "opening it changes nothing");
        Rest.call(
                        "POST",
                        "/api" + path,
                        "List-Unsubscribe=One-Click",
                        null,
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .expect(204);
        String boundary = "x";
        Rest.call(
                        "POST",
                        "/api" + path,
                        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
                        null,
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary)
                .expect(204);
        assertFalse(choice(carrier, "booking-cancelled").path("mail").asBoolean());
        Api.nobody()
                .post("/notifications/unsubscribe/" + UUID.randomUUID(), null)
                .expect(404);

        JsonNode second = others.book("500.00");
        others.shipper()
                .post("/bookings/" + second.path("id").asText() + "/cancel", Map.of("reason", "wind"))
                .expect(200);
        one(carrier, "booking-cancelled", second.path("id").asText());
        assertFalse(mail(address).path("text").asText().contains("wind"), "it is switched off");

        carrier.put(
                        "/notifications/preferences",
                        object("preferences", List.of(object("kind", "booking-released", "mail", false))))
                .expect(409, "notifications/essential");
        carrier.put(
                        "/notifications/preferences",
                        object("preferences", List.of(object("kind", "no-such", "mail", false))))
                .expect(422);
        carrier.put(
                        "/notifications/preferences",
                        object("preferences", List.of(object("kind", "booking-cancelled", "mail", true))))
                .expect(200);
        assertTrue(choice(carrier, "booking-cancelled").path("mail").asBoolean());
        assertTrue(choice(carrier, "booking-released").path("essential").asBoolean());
    }

    @Test
    void whoLeavesOrMayNoMoreSeesNothingOfIt() {
        Parties others = new Parties();
        others.topUp("5000.00");
        Person owner = others.carrier().person();
        Person leaver = People.member(owner, "CARRIER");
        Person demoted = People.member(owner, "CARRIER");
        JsonNode booking = others.book("400.00");
        String id = booking.path("id").asText();
        one(Api.of(leaver), "booking-made", id);
        one(Api.of(demoted), "booking-made", id);
        Rest.call(
                        "PUT",
                        "/api/organisations/" + owner.organisationId() + "/members/" + demoted.personId() + "/roles",
                        object("roles", List.of("OFFICE")),
                        owner.accessToken())
                .expect(200);
        Person office = People.refreshed(demoted);
        assertEquals(
                0,
                told(Api.of(office), "booking-made", id).size(),
                "a role that sees no bookings sees no notices of them");
        Rest.call(
                        "DELETE",
                        "/api/organisations/" + owner.organisationId() + "/members/" + leaver.personId(),
                        null,
                        owner.accessToken())
                .expect(204);
        assertEquals(0, rows("notifications.notice", "person_id = '" + leaver.personId() + "'"));
        others.shipper()
                .post("/bookings/" + id + "/cancel", Map.of("reason", "late"))
                .expect(200);
        one(others.carrier(), "booking-cancelled", id);
        assertEquals(0, rows("notifications.notice", "person_id = '" + leaver.personId() + "'"));
        assertEquals(0, told(Api.of(office), "booking-cancelled", id).size());
    }

    @Test
    void theSidesOfAnOfferHearOfEachStep() {
        Api shipper = parties.shipper();
        Api carrier = parties.carrier();
        everyMail(shipper);
        everyMail(carrier);
        String load = parties.postLoadForBids();
        String bid = offer(carrier, load, "900.00");
        JsonNode received = one(shipper, "offer-received", bid);
        assertEquals("900.00", received.at("/amounts/price/amount").asText());
        assertEquals("Chicago, IL", received.at("/texts/origin").asText());
        String counter = shipper.post("/offers/" + bid + "/counter", Map.of("price", Parties.dollars("800.00")))
                .expect(201)
                .at("/id");
        one(carrier, "offer-countered", counter);
        assertEquals(0, told(carrier, "offer-received", counter).size());
        carrier.post("/offers/" + counter + "/decline", Map.of()).expect(200);
        one(shipper, "offer-declined", counter);
        String second = offer(carrier, load, "850.00");
        one(shipper, "offer-received", second);
        carrier.post("/offers/" + second + "/withdraw", Map.of()).expect(200);
        one(shipper, "offer-withdrawn", second);
        String third = offer(carrier, load, "840.00");
        String fourth = offer(carrier, load, "830.00");
        one(shipper, "offer-received", fourth);
        assertEquals(0, told(shipper, "offer-withdrawn", third).size(), "the next one tells");
        String better = offer(bystander, load, "820.00");
        parties.accept(better).expect(200);
        assertEquals(
                "830.00",
                one(carrier, "offer-outdone", fourth)
                        .at("/amounts/price/amount")
                        .asText());
        assertEquals(0, told(bystander, "offer-outdone", fourth).size());
        assertEquals(0, told(shipper, "offer-outdone", fourth).size());

        String other = parties.postLoadForBids();
        String late = offer(carrier, other, "700.00");
        Sql.run("UPDATE deals.offer SET expires_at = now() - interval '1 second' WHERE id = '" + late + "'");
        one(carrier, "offer-expired", late);
        String closed = offer(carrier, other, "710.00");
        shipper.post("/loads/" + other + "/cancel", Map.of("reason", "sold out"))
                .expect(200);
        one(carrier, "offer-closed", closed);
        String nobodys = parties.postLoadForBids();
        Sql.run("UPDATE loads.leg SET expires_at = now() - interval '1 second' WHERE load_id = '" + nobodys + "'");
        one(shipper, "load-expired", nobodys);
        shipper.post("/wallet/top-ups", Map.of("amount", Parties.dollars("1.00")))
                .expect(201);
        mailed(shipper, "deals/offer-received", "deals/offer-declined", "deals/offer-withdrawn", "loads/load-expired");
        mailed(carrier, "deals/offer-countered", "deals/offer-outdone", "deals/offer-expired", "deals/offer-closed");
    }

    @Test
    void theOtherSideHearsOfTheRoadAndOfTheMoneyAndWhoDrivesOfTheTrip() {
        Parties road = new Parties();
        road.topUp("5000.00");
        Person drives = People.driver(road.carrier().person(), UUID.fromString(road.driverId()));
        Api shipper = road.shipper();
        Api carrier = road.carrier();
        everyMail(shipper);
        everyMail(carrier);
        everyMail(Api.of(drives));
        JsonNode booking = road.book("750.00");
        String id = booking.path("id").asText();
        String trip = booking.path("tripId").asText();
        assertEquals(
                "750.00",
                one(carrier, "booking-made", id).at("/amounts/price/amount").asText());
        road.assign(trip);
        one(Api.of(drives), "trip-assigned", trip);
        String colleague = carrier.post("/drivers", Map.of("name", "Col League"))
                .expect(201)
                .at("/id");
        carrier.post("/trips/" + trip + "/assign", Map.of("driverId", colleague, "vehicleId", road.vehicleId()))
                .expect(200);
        one(Api.of(drives), "trip-taken-away", trip);
        road.deliver(booking);
        one(shipper, "booking-dispatched", id);
        JsonNode delivered = one(shipper, "booking-delivered", id);
        assertFalse(delivered.at("/times/releaseDue").asText().isEmpty());
        Sql.run("UPDATE bookings.booking SET release_due_at = now() - interval '1 second' WHERE id = '" + id + "'");
        JsonNode settled = one(carrier, "booking-settled", id);
        assertEquals(
                booking.at("/sellerReceives/amount").asText(),
                settled.at("/amounts/received/amount").asText());
        one(shipper, "booking-released", id);
        Parties content = new Parties();
        content.topUp("1000.00");
        JsonNode accepted = content.book("760.00");
        content.carry(accepted);
        one(content.carrier(), "booking-settled", accepted.path("id").asText());
        assertEquals(
                0,
                told(content.shipper(), "booking-released", accepted.path("id").asText())
                        .size(),
                "their own word did it");
        mailed(shipper, "bookings/booking-dispatched", "bookings/booking-delivered", "bookings/booking-released");
        mailed(carrier, "bookings/booking-made", "bookings/booking-settled");
        mailed(Api.of(drives), "trips/trip-assigned", "trips/trip-taken-away");
        Parties trips = new Parties();
        Person plans = People.driver(trips.carrier().person(), UUID.fromString(trips.driverId()));
        String planned = trips.postTrip();
        trips.carrier()
                .post(
                        "/trips/" + planned + "/assign",
                        Map.of("driverId", trips.driverId(), "vehicleId", trips.vehicleId()))
                .expect(200);
        String truck = trips.carrier()
                .post(
                        "/vehicles",
                        Map.of(
                                "name",
                                "Truck 2",
                                "plate",
                                "P2",
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                Map.of("weightKilograms", 18_000)))
                .expect(201)
                .at("/id");
        trips.carrier()
                .post("/trips/" + planned + "/assign", Map.of("driverId", trips.driverId(), "vehicleId", truck))
                .expect(200);
        assertEquals(
                "Truck 2, P2",
                one(Api.of(plans), "trip-vehicle-changed", planned)
                        .at("/texts/vehicle")
                        .asText());
        trips.carrier().post("/trips/" + planned + "/cancel", Map.of()).expect(200);
        one(Api.of(plans), "trip-cancelled", planned);
        one(trips.carrier(), "member-joined", plans.personId().toString());
    }

    private static String offer(Api carrier, String load, String price) {
        return carrier.post("/offers", Map.of("loadId", load, "price", Parties.dollars(price)))
                .expect(201)
                .at("/id");
    }

    private static void everyMail(Api reader) {
        List<Object> all = new ArrayList<>();
        reader.get("/notifications/preferences")
                .expect(200)
                .body()
                .path("preferences")
                .forEach(choice -> all.add(object("kind", choice.path("kind").asText(), "mail", true)));
        reader.put("/notifications/preferences", object("preferences", all)).expect(200);
    }

    /** Each kind went out, whole: a value that its words miss would have left the event among the dead letters. */
    static void mailed(Api reader, String... kinds) {
        for (String kind : kinds) {
            Eventually.get(
                    () -> rows(
                            "outbound.delivery",
                            "person_id = '" + reader.person().personId() + "' AND kind = '" + kind + "'"),
                    count -> count >= 1);
        }
    }

    @Test
    void whatIsOldOrTooMuchOrOfWhoIsErasedEnds() throws Exception {
        UUID many = UUID.randomUUID();
        UUID erased = UUID.randomUUID();
        Sql.run(
                insert(many, "now()", 1_005),
                insert(many, "now() - interval '91 days'", 1),
                insert(erased, "now()", 2),
                "INSERT INTO notifications.choice (person_id, kind, channel, wanted, changed_at) VALUES ('" + erased
                        + "', 'booking-made', 'MAIL', false, now())",
                "INSERT INTO notifications.unsubscribe_link (token_hash, person_id, kind, made_at) VALUES (sha256('"
                        + erased + "'), '" + erased + "', 'booking-made', now())",
                "INSERT INTO notifications.unsubscribe_link (token_hash, person_id, kind, made_at) VALUES (sha256('"
                        + many + "'), '" + many + "', 'booking-made', now() - interval '91 days')");
        probe("night");
        assertEquals(1_000, rows("notifications.notice", "person_id = '" + many + "'"));
        assertEquals(0, rows("notifications.notice", "made_at < now() - interval '90 days'"));
        assertEquals(0, rows("notifications.unsubscribe_link", "person_id = '" + many + "'"));
        probe("audit/erase?subject=" + erased);
        for (String table : List.of("notice", "choice", "unsubscribe_link")) {
            assertEquals(0, rows("notifications." + table, "person_id = '" + erased + "'"), table);
        }
    }

    private static String insert(UUID person, String madeAt, int times) {
        return "INSERT INTO notifications.notice (id, person_id, organisation_id, event_id, kind, permission, own_trips, about, about_id, facts, happened_at, made_at, stays)"
                + " SELECT gen_random_uuid(), '" + person
                + "', gen_random_uuid(), gen_random_uuid(), 'booking-made', 'bookings.view', false, 'BOOKING', gen_random_uuid(), '{}', now(), "
                + madeAt + ", false FROM generate_series(1, " + times + ")";
    }

    private static void probe(String what) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.address() + "/notice-probe/" + what))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static void cancel(JsonNode booking, String reason) {
        parties.shipper()
                .post("/bookings/" + booking.path("id").asText() + "/cancel", Map.of("reason", reason))
                .expect(200);
    }

    static JsonNode one(Api reader, String kind, String about) {
        return Eventually.get(() -> told(reader, kind, about), found -> found.size() == 1)
                .get(0);
    }

    static List<JsonNode> told(Api reader, String kind, String about) {
        List<JsonNode> found = new ArrayList<>();
        reader.get("/notifications?limit=100&kind=" + kind)
                .expect(200)
                .body()
                .path("items")
                .forEach(notice -> {
                    if (notice.path("aboutId").asText().equals(about)) {
                        found.add(notice);
                    }
                });
        return found;
    }

    /** Read by pages of twenty. */
    private static List<String> all(Api reader, String kind, String about) {
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = reader.get("/notifications?limit=20&kind=" + kind + next)
                    .expect(200)
                    .body();
            page.path("items").forEach(notice -> {
                if (notice.path("aboutId").asText().equals(about)) {
                    found.add(notice.path("id").asText());
                }
            });
            next = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : null;
        } while (next != null);
        assertEquals(found.size(), new HashSet<>(found).size(), "a page repeats a notice");
        return found;
    }

    private static long waiting(Api reader) {
        return reader.get("/notifications/count")
                .expect(200)
                .body()
                .path("waiting")
                .asLong();
    }

    private static JsonNode choice(Api reader, String kind) {
        for (JsonNode choice :
                reader.get("/notifications/preferences").expect(200).body().path("preferences")) {
            if (choice.path("kind").asText().equals(kind)) {
                return choice;
            }
        }
        throw new AssertionError("no choice of " + kind);
    }

    private static JsonNode mail(String address) {
        return Mails.last(address);
    }

    private static String event(String aggregate, String type) {
        return Sql.text(
                "SELECT id FROM events.event WHERE aggregate_id = '" + aggregate + "' AND type = '" + type + "'");
    }

    /** Puts an event of the log back on its way, as the same or as others like it, spread over the buckets. */
    private static void sendAgain(String event, int times, boolean asOthers) {
        String id = asOthers ? "gen_random_uuid()" : "e.id";
        Sql.run("INSERT INTO events.outbox (bucket, topic, event_id, aggregate_id, sequence, payload, created_at)"
                + " SELECT n % 16, e.family || '.events', gen_random_uuid(), gen_random_uuid(), 1, jsonb_build_object('specversion', '1.0', 'id', "
                + id
                + ", 'source', '/lanerunner/' || e.family, 'type', 'lanerunner.' || e.type || '.v1', 'subject', e.aggregate_id, 'time',"
                + " to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'actor', e.actor_id, 'organisation', e.organisation_id,"
                + " 'sequence', '000000000001', 'data', e.data)::text, now() FROM events.event e, generate_series(1, "
                + times
                + ") n WHERE e.id = '" + event + "'");
    }

    private static long rows(String table, String where) {
        return Sql.number("SELECT count(*) FROM " + table + " WHERE " + where);
    }
}
