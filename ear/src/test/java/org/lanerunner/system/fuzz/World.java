package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.lanerunner.system.Answer;
import org.lanerunner.system.Api;
import org.lanerunner.system.Eventually;
import org.lanerunner.system.Mails;
import org.lanerunner.system.Parties;
import org.lanerunner.system.People;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;
import org.lanerunner.system.SecondFactors;
import org.lanerunner.system.Sql;

/**
 * Somebody of every kind, and things of theirs in every state: made anew where a request needs one in a certain state, and remembered for those that want any.
 * What else the requests did to them meanwhile is the point of it.
 */
final class World {

    private static final int MOST_REMEMBERED = 200;
    private static final String PRICE = "100.00";

    private final Parties parties = new Parties();
    private final Person stranger = People.carrier();
    private final Person administrator = People.admin();
    private final Person driver = People.driver(carrier(), UUID.fromString(parties.driverId()));
    private final Map<String, List<String>> remembered = new HashMap<>();
    private static final Map<String, Object> PROOF = object("receivedBy", "Bo", "latitude", 38.6, "longitude", -90.2);

    private final String driven;
    private final String drivenTrip;
    private Person newcomer = People.shipper();

    World() {
        parties.topUp("10000000.00");
        driven = assigned(parties.driverId(), parties.vehicleId());
        act(driven, "dispatch", object());
        drivenTrip = Rest.get("/api/bookings/" + driven, carrier()).expect(200).text("tripId");
        Rest.post("/api/tracking/positions", positions(), driver).expect(200);
        remember("drivers", parties.driverId());
        remember("vehicles", parties.vehicleId());
        remember("places", "city:4887398");
        remember("organisations", carrier().organisationId().toString());
        remember("organisations", stranger.organisationId().toString());
        remember("people", People.member(carrier(), "OFFICE").personId().toString());
        remember("people", stranger.personId().toString());
        delivered();
        act(atDelivery(), "cancel", object("reason", "too late"));
        parties.shipper().post("/bookings/" + delivered() + "/accept-proof", object());
        act(assigned(), "cancel", object("reason", "no truck"));
    }

    Person shipper() {
        return parties.shipper().person();
    }

    Person carrier() {
        return parties.carrier().person();
    }

    Person driver() {
        return driver;
    }

    Person administrator() {
        return administrator;
    }

    /** The latest who registered, with an organisation of one kind only. */
    Person newcomer() {
        return newcomer;
    }

    String newOrganisation() {
        newcomer = People.shipper();
        return newcomer.organisationId().toString();
    }

    /** As if the newcomer's address had not been confirmed. */
    void confirmNobody() {
        Sql.number("WITH changed AS (UPDATE identity.person SET verified_at = NULL WHERE id = '" + newcomer.personId()
                + "' RETURNING 1) SELECT count(*) FROM changed");
    }

    /** The token of the mail to somebody who wants an account. */
    static String registration() {
        String address = Mails.newAddress();
        Rest.post("/api/auth/register", object("email", address, "password", People.PASSWORD, "name", "Somebody"), null)
                .expect(202);
        return Mails.token(address);
    }

    /** The token of the mail to an address that somebody new wants. */
    String newAddress() {
        newOrganisation();
        String address = Mails.newAddress();
        Rest.post("/api/me/address", object("email", address, "current", People.PASSWORD), newcomer)
                .expect(202);
        return Mails.token(address);
    }

    /** The token of the mail to somebody new who forgot the password. */
    String forgotten() {
        newOrganisation();
        Rest.post("/api/auth/forgot", object("email", newcomer.email()), null).expect(202);
        return Mails.token(newcomer.email());
    }

    /** Somebody new's organisation takes codes by mail. */
    void takeCodesByMail(boolean turnedOn) {
        Sql.run("UPDATE identity.organisation SET codes_by_mail = true WHERE id = '" + newcomer.organisationId() + "'");
        if (turnedOn) {
            Rest.post("/api/factors/mail", null, newcomer).expect(200);
        }
    }

    /** Somebody new's organisation takes codes by SMS, and they have a number. */
    void takeCodesBySms(boolean turnedOn) {
        Sql.run("UPDATE identity.organisation SET codes_by_sms = true WHERE id = '" + newcomer.organisationId() + "'");
        SecondFactors.phone(newcomer);
        if (turnedOn) {
            Rest.post("/api/factors/sms", null, newcomer).expect(200);
        }
    }

    /** One that somebody new finishes by a code that is to be sent. */
    String challengeByMail() {
        newOrganisation();
        takeCodesByMail(true);
        return SecondFactors.challenge(newcomer);
    }

    /** The token of the first mail to somebody new who lost everything. */
    String askedWayBack() {
        newOrganisation();
        SecondFactors.app(newcomer);
        Rest.post("/api/auth/way-back", object("email", newcomer.email()), null).expect(202);
        return Mails.token(newcomer.email());
    }

    /** The token that stops it. */
    String begunWayBack() {
        Rest.post("/api/auth/way-back/begin", object("token", askedWayBack()), null)
                .expect(200);
        return Mails.token(newcomer.email());
    }

    /** The token of the last mail. */
    String readyWayBack() {
        begunWayBack();
        Sql.run("UPDATE identity.way_back SET ready_at = now() WHERE person_id = '" + newcomer.personId() + "'");
        Eventually.get(() -> Mails.lastKind(newcomer.email()), "identity/way-back-ready"::equals);
        return Mails.token(newcomer.email());
    }

    /** Any of them. */
    Person anybody(Random random) {
        return List.of(shipper(), carrier(), driver, stranger, administrator).get(random.nextInt(5));
    }

    /** A booking that the driver is on the road with. */
    String driven() {
        return driven;
    }

    /** What the driver's device sends now. */
    Map<String, Object> positions() {
        Object position = object(
                "at",
                Instant.now().toString(),
                "latitude",
                41.88,
                "longitude",
                -87.63,
                "accuracyMeters",
                5,
                "speedMetersPerSecond",
                20,
                "headingDegrees",
                90);
        return object("tripId", drivenTrip, "positions", List.of(position));
    }

    Parties parties() {
        return parties;
    }

    /** Some id of the kind, in whatever state it is. */
    String any(String kind, Random random) {
        List<String> ids =
                remembered.getOrDefault(kind, List.of(UUID.randomUUID().toString()));
        return ids.get(random.nextInt(ids.size()));
    }

    String draft() {
        Map<String, Object> load = new HashMap<>(parties.load(PRICE));
        load.put("draft", true);
        return made("loads", parties.shipper(), "/loads", load);
    }

    String openLoad() {
        return remember("loads", parties.postLoad(PRICE));
    }

    String openOffer() {
        return remember("offers", parties.offer(openLoad()));
    }

    /** On a load that asks for bids, so that it can be countered. */
    String openBid() {
        return made(
                "offers",
                parties.carrier(),
                "/offers",
                object("loadId", remember("loads", parties.postLoadForBids()), "price", Parties.dollars(PRICE)));
    }

    String plannedTrip() {
        return remember("trips", parties.postTrip());
    }

    /** Under way, all that it carries delivered, and its last segment for sale. */
    String unfinishedTrip() {
        String trip = remember("trips", parties.postTripBeyond("Memphis"));
        String booking = assigned(remember("offers", parties.offer(openLoad(), trip)), newDriver(), newVehicle());
        act(booking, "dispatch", object());
        deliver(booking);
        return trip;
    }

    String newDriver() {
        return made("drivers", parties.carrier(), "/drivers", object("name", "Dee Driver"));
    }

    String newVehicle() {
        return made("vehicles", parties.carrier(), "/vehicles", vehicle());
    }

    static Map<String, Object> vehicle() {
        return object(
                "name",
                "Truck",
                "plate",
                "P " + UUID.randomUUID().toString().substring(0, 8),
                "equipment",
                "DRY_VAN",
                "capacity",
                object("weightKilograms", 18_000));
    }

    /** A booking whose trip has its driver and its vehicle. */
    String assigned() {
        return assigned(newDriver(), newVehicle());
    }

    String dispatched() {
        String booking = assigned();
        act(booking, "dispatch", object());
        return booking;
    }

    String atPickup() {
        String booking = dispatched();
        act(booking, "arrive", object("stop", 0, "reason", "by hand"));
        return booking;
    }

    String atDelivery() {
        String booking = atPickup();
        act(booking, "depart", object("stop", 0, "reason", "by hand"));
        act(booking, "arrive", object("stop", 1, "reason", "by hand"));
        return booking;
    }

    private void deliver(String booking) {
        act(booking, "arrive", object("stop", 0, "reason", "by hand"));
        act(booking, "arrive", object("stop", 1, "reason", "by hand"));
        act(booking, "deliver", PROOF);
    }

    String delivered() {
        String booking = atDelivery();
        act(booking, "deliver", PROOF);
        return booking;
    }

    String contested() {
        String booking = delivered();
        remember(
                "contests",
                parties.shipper()
                        .post("/bookings/" + booking + "/contest", object("reason", "DAMAGED", "words", "wet"))
                        .expect(201)
                        .at("/id"));
        return booking;
    }

    /** The id of a contest. */
    String contestOf() {
        return parties.shipper().get("/bookings/" + contested() + "/contest").at("/id");
    }

    /** One that an administrator can decide. */
    String answeredContest() {
        String booking = contested();
        parties.carrier().post("/bookings/" + booking + "/contest/answer", object("words", "dry"));
        return parties.carrier().get("/bookings/" + booking + "/contest").at("/id");
    }

    /** The address of a document that a side of a contest shows. */
    String evidence(String path) {
        String booking = delivered();
        Api shipper = parties.shipper();
        String shown = Rest.call(
                        "POST",
                        "/api/documents",
                        Multiparts.right(booking),
                        shipper.person().accessToken(),
                        "Content-Type",
                        Multiparts.TYPE)
                .expect(201)
                .at("/id");
        String contest = shipper.post(
                        "/bookings/" + booking + "/contest",
                        object("reason", "DAMAGED", "words", "wet", "documentIds", List.of(shown)))
                .expect(201)
                .at("/id");
        return path.replace("{id}", remember("contests", contest)).replace("{documentId}", shown);
    }

    String document() {
        Answer stored = Rest.call(
                "POST",
                "/api/documents",
                Multiparts.right(null),
                carrier().accessToken(),
                "Content-Type",
                Multiparts.TYPE);
        return remember("documents", stored.expect(201).text("id"));
    }

    String laneRun() {
        return remember(
                "runs",
                Rest.post("/api/reports/lanes/runs", object("date", "2026-01-02"), administrator)
                        .expect(202)
                        .text("id"));
    }

    /** The token of an open invitation to the carrier's organisation. */
    String invitation() {
        String link = Rest.post(
                        "/api/organisations/" + carrier().organisationId() + "/members",
                        object("email", People.newEmail(), "roles", List.of("CARRIER")),
                        carrier())
                .expect(201)
                .text("link");
        return link.substring(link.indexOf('#') + 1);
    }

    String member() {
        return remember("people", People.member(carrier(), "CARRIER").personId().toString());
    }

    /** The id of an open invitation to the carrier's organisation. */
    String openInvitation() {
        invitation();
        return Rest.get("/api/organisations/" + carrier().organisationId() + "/invitations", carrier())
                .expect(200)
                .at("/items/0/id");
    }

    /** The organisation of somebody who may go. */
    String leaver() {
        newcomer = People.member(carrier(), "OFFICE");
        return newcomer.organisationId().toString();
    }

    /** One whose ownership is offered to the newcomer. */
    String handedOver() {
        Person owner = People.shipper();
        newcomer = People.member(owner, "SHIPPER");
        offerOwnership(owner, newcomer.personId().toString());
        return owner.organisationId().toString();
    }

    /** The carrier's, whose owner has offered it to somebody. */
    String offeredOwnership() {
        offerOwnership(carrier(), member());
        return carrier().organisationId().toString();
    }

    private static void offerOwnership(Person owner, String member) {
        Rest.post("/api/organisations/" + owner.organisationId() + "/ownership", object("personId", member), owner)
                .expect(200);
    }

    /** Of the carrier's own making: a new one while there is room, else one that there is. */
    String ownRole() {
        String roles = "/api/organisations/" + carrier().organisationId() + "/roles";
        Answer made = Rest.post(roles, role(), carrier());
        return remember(
                "roles",
                made.status() == 201
                        ? made.text("code")
                        : Rest.get(roles + "?after=AUDITOR", carrier())
                                .expect(200)
                                .at("/items/0/code"));
    }

    static Map<String, Object> role() {
        return object(
                "name",
                "Night dispatcher " + UUID.randomUUID(),
                "grants",
                List.of(
                        object("permission", "fleet.view", "scope", "ORGANISATION"),
                        object("permission", "bookings.view", "scope", "OWN_TRIPS")));
    }

    /** That something was told to the carrier. */
    String notice() {
        String id = UUID.randomUUID().toString();
        Sql.run(
                "INSERT INTO notifications.notice (id, person_id, organisation_id, event_id, kind, permission, own_trips, about, about_id, facts, happened_at, made_at, stays) VALUES ('"
                        + id + "', '" + carrier().personId() + "', '"
                        + carrier().organisationId()
                        + "', gen_random_uuid(), 'booking-cancelled', 'bookings.view', false, 'BOOKING', gen_random_uuid(), '{}', now(), now(), true)");
        return remember("notices", id);
    }

    /** Of a mail to the carrier. */
    String unsubscribeToken() {
        String token = UUID.randomUUID().toString();
        Sql.run("INSERT INTO notifications.unsubscribe_link (token_hash, person_id, kind, made_at) VALUES (sha256('"
                + token + "'), '" + carrier().personId() + "', 'booking-made', now())");
        return remember("notices", token);
    }

    /** Where the carrier is signed in too, and nobody needs it. */
    String otherSession() {
        String opened = Rest.post(
                        "/api/auth/login", object("email", carrier().email(), "password", People.PASSWORD), null)
                .expect(200)
                .text("accessToken");
        return remember(
                "sessions", Rest.call("GET", "/api/sessions", null, opened).at("/items/0/id"));
    }

    /** Who registered just now, and is the newcomer. */
    String somebody() {
        newOrganisation();
        return remember("people", newcomer.personId().toString());
    }

    String lockedPerson() {
        String person = somebody();
        Rest.post("/api/admin/people/" + person + "/lock", object("reason", "asked for"), administrator)
                .expect(200);
        newOrganisation();
        return person;
    }

    /** The id of a run of the lane report that failed. */
    static String failedRun() {
        String id = UUID.randomUUID().toString();
        Sql.run(
                "INSERT INTO analytics.lane_run (id, business_date, zone, cause, status, up_to, requested_at, started_at, finished_at) VALUES ('"
                        + id + "', '2026-01-01', 'UTC', 'DEMAND', 'FAILED', now(), now(), now(), now())");
        return id;
    }

    String suspendedOrganisation() {
        String organisation = newOrganisation();
        Rest.post("/api/admin/organisations/" + organisation + "/suspend", object("reason", "asked for"), administrator)
                .expect(200);
        newOrganisation();
        return remember("suspended", organisation);
    }

    /** With which the administrator sees what somebody sees. */
    String readingToken() {
        String person = somebody();
        return Rest.post(
                        "/api/admin/people/" + person + "/impersonate",
                        object("organisationId", newcomer.organisationId(), "reason", "asked for"),
                        administrator)
                .expect(200)
                .text("accessToken");
    }

    /** The key of a feature flag, killed or not. */
    static String flag(boolean killed) {
        Sql.number("WITH set AS (UPDATE flags.flag SET killed = " + killed
                + ", version = version + 1 WHERE key = 'SHORTCUT_HELP' RETURNING 1) SELECT count(*) FROM set");
        return "SHORTCUT_HELP";
    }

    /** Of the carrier's: a new one while there is room, else one that there is. */
    String apiKey() {
        Answer made = newKey();
        return made.status() == 201
                ? remember("keys", made.at("/key/id"))
                : Rest.get(keys(), carrier()).expect(200).at("/items/0/id");
    }

    /** As a form has them; of no key where it is to be refused. */
    String clientCredentials(boolean right) {
        Answer made = right ? newKey() : null;
        boolean there = made != null && made.status() == 201;
        return "grant_type=client_credentials&client_id=" + (there ? made.at("/key/id") : "nobody") + "&client_secret="
                + (there ? made.text("secret") : "lr_none");
    }

    private Answer newKey() {
        return Rest.post(keys(), object("name", "A key", "scopes", List.of("fleet.view")), carrier());
    }

    private String keys() {
        return "/api/organisations/" + carrier().organisationId() + "/api-keys";
    }

    /** Of networks that nobody comes from; there is always room for one more. */
    static Map<String, Object> newNetworkRule() {
        Sql.run("DELETE FROM gate.network_rule");
        return object("network", "203.0.113.0/24", "effect", "DENY", "reason", "Fuzz");
    }

    static String networkRule() {
        newNetworkRule();
        return Sql.text(
                "INSERT INTO gate.network_rule VALUES (gen_random_uuid(), '203.0.113.0/24', 'DENY', 'Fuzz', NULL, gen_random_uuid(), now()) RETURNING id::text");
    }

    static Map<String, Object> newRateBypass() {
        Sql.run("UPDATE gate.rate_bypass SET revoked_at = now() WHERE revoked_at IS NULL");
        return object(
                "reason",
                "Fuzz",
                "rates",
                List.of("READS"),
                "until",
                Instant.now().plusSeconds(3_600).toString());
    }

    static String rateBypass() {
        newRateBypass();
        return Sql.text(
                "INSERT INTO gate.rate_bypass (id, hash, reason, rates, networks, made_by, made_at, until)"
                        + " SELECT id, uuid_send(id), 'Fuzz', 'READS', '', id, now(), now() + interval '1 h' FROM gen_random_uuid() id RETURNING id::text");
    }

    /** The id of something that fell due and failed; soon forgotten, since there is no such thing. */
    static String dueItem() {
        UUID id = UUID.randomUUID();
        Sql.number(
                "WITH made AS (INSERT INTO bookings.due_attempt VALUES ('booking-release', '%s', 1, 'ledger/not-held', now() + interval '20 s', now() + interval '1 h') RETURNING 1) SELECT count(*) FROM made"
                        .formatted(id));
        return id.toString();
    }

    /** The id of a message that nobody took. */
    static String deadLetter() {
        UUID id = UUID.randomUUID();
        Sql.number(
                "WITH made AS (INSERT INTO outbound.delivery VALUES ('%s', 'SMS', 'identity/code', 'x', 'x', NULL, NULL, NULL, 'x', 'DEAD', 9, 8, 'smtp/550', now(), NULL, now(), NULL, false, now()) RETURNING 1) SELECT count(*) FROM made"
                        .formatted(id));
        return id.toString();
    }

    String phoneCode() {
        return People.phoneCode(newcomer());
    }

    void withPhoneAndPicture() {
        Rest.post("/api/me/profile/phone/confirm", object("code", phoneCode()), newcomer())
                .expect(204);
        People.picture(newcomer());
    }

    String pictured() {
        People.picture(carrier());
        return carrier().personId().toString();
    }

    static String sentSms() {
        UUID id = UUID.randomUUID();
        Sql.number(
                "WITH made AS (INSERT INTO outbound.delivery (id, channel, kind, address, address_key, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " VALUES ('" + id
                        + "', 'SMS', 'test/test', 'x', 'x', 'SENT', 1, 0, now(), now(), now()) RETURNING 1) SELECT count(*) FROM made");
        return id.toString();
    }

    private String assigned(String driverId, String vehicleId) {
        return assigned(openOffer(), driverId, vehicleId);
    }

    private String assigned(String offer, String driverId, String vehicleId) {
        Answer accepted = parties.accept(offer).expect(200);
        String trip = remember("trips", accepted.at("/booking/tripId"));
        parties.carrier()
                .post("/trips/" + trip + "/assign", object("driverId", driverId, "vehicleId", vehicleId))
                .expect(200);
        return remember("bookings", accepted.at("/booking/id"));
    }

    private void act(String booking, String verb, Object body) {
        parties.carrier().post("/bookings/" + booking + "/" + verb, body);
    }

    private String made(String kind, Api maker, String path, Object body) {
        return remember(kind, maker.post(path, body).expect(201).at("/id"));
    }

    private String remember(String kind, String id) {
        List<String> ids = remembered.computeIfAbsent(kind, any -> new ArrayList<>());
        if (ids.size() == MOST_REMEMBERED) {
            ids.remove(0);
        }
        ids.add(id);
        return id;
    }
}
