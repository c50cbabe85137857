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
import org.lanerunner.system.Parties;
import org.lanerunner.system.People;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;

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

    void meet(Person somebodyNew) {
        newcomer = somebodyNew;
    }

    String newOrganisation() {
        meet(People.shipper());
        return newcomer.organisationId().toString();
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

    /** Who registered just now, and is the newcomer. */
    String somebody() {
        newOrganisation();
        return remember("people", newcomer.personId().toString());
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

    String made(String kind, Api maker, String path, Object body) {
        return remember(kind, maker.post(path, body).expect(201).at("/id"));
    }

    String remember(String kind, String id) {
        List<String> ids = remembered.computeIfAbsent(kind, any -> new ArrayList<>());
        if (ids.size() == MOST_REMEMBERED) {
            ids.remove(0);
        }
        ids.add(id);
        return id;
    }
}
