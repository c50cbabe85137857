package org.lanerunner.system.olddata;

import static org.lanerunner.system.Rest.object;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.system.Answer;
import org.lanerunner.system.Eventually;

/** The business of the old installation, done through its public API: loads, offers, trips and bookings in every state, and what hangs on them. */
final class OldWorld {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final double LATITUDE = 41.88;
    private static final double PICKUP = -87.63;
    private static final double DELIVERY = -87.58;

    /** Who has an account, by the booking. */
    private static final Map<String, String> DRIVERS = Map.of("DISPATCHED", "dana", "IN_TRANSIT", "dora");

    final OldPeople people;
    private final OldClient shipper;
    private final OldClient carrier;
    private final Map<String, String> bookings = new LinkedHashMap<>();
    private final Map<String, OldClient> drivers = new LinkedHashMap<>();
    private final List<String> documents = new ArrayList<>();
    private int fleet;
    String expiringLoad;
    String expiringOffer;
    private String laneRun;

    OldWorld(OldPeople people) {
        this.people = people;
        shipper = people.shipper;
        carrier = people.carrier;
        pay(shipper, "250000.00", "USD");
        pay(shipper, "4000.00", "EUR");
        pay(people.broker, "9000.00", "USD");
    }

    /** Their ids by the state they are in, or by what is special about them. */
    Map<String, String> bookings() {
        return bookings;
    }

    /** Paths of what no list names. */
    List<String> things() {
        List<String> things = new ArrayList<>();
        for (String id : documents) {
            things.add("/api/documents/" + id);
            things.add("/api/documents/" + id + "/content");
        }
        String run = "/api/reports/lanes/runs/" + laneRun;
        things.add(run);
        things.add("/api/reports/lanes?date="
                + people.administrator.get(run).expect(200).text("date"));
        return things;
    }

    OldWorld bookingsInEveryState() {
        book("CONFIRMED");
        shipper.post("/api/loads/" + post(load("800.00")) + "/cancel", object("reason", "not needed"))
                .expect(200);
        String unassigned =
                accept(shipper, offer(carrier, post(load("510.00")))).at("/booking/id");
        bookings.put("CONFIRMED without a driver", unassigned);
        String dispatched = book("DISPATCHED");
        act(dispatched, "dispatch", object());
        report(dispatched, 40, -87.9, -87.8);
        String atPickup = book("AT_PICKUP");
        act(atPickup, "dispatch", object());
        act(atPickup, "arrive", object("stop", 0, "reason", "no signal"));
        String inTransit = book("IN_TRANSIT");
        act(inTransit, "dispatch", object("occurredAt", at(-7200).toString()));
        report(inTransit, 60, PICKUP, PICKUP);
        report(inTransit, 60, PICKUP + 0.005, PICKUP + 0.03);
        String atDelivery = book("AT_DELIVERY");
        drive(atDelivery);
        String delivered = book("DELIVERED");
        drive(delivered);
        deliver(delivered, store(carrier, "proof.pdf", delivered));
        String settled = book("SETTLED");
        drive(settled);
        deliver(settled, null);
        shipper.post("/api/bookings/" + settled + "/accept-proof", null, "Idempotency-Key", "settled-once")
                .expect(200);
        String cancelled = book("CANCELLED");
        act(cancelled, "dispatch", object());
        act(cancelled, "cancel", object("reason", "engine failure"));
        String stoodBack = book("CANCELLED by the buyer");
        shipper.post("/api/bookings/" + stoodBack + "/cancel", object("reason", "order withdrawn"))
                .expect(200);
        return this;
    }

    /** Two part loads one after another on a posted trip, of which the second is the buyer's own offer, and a third on all of it. */
    OldWorld sharedTrip() {
        String trip = trip("Chicago", "Springfield", "St Louis", "Memphis");
        assign(trip);
        for (String[] way :
                new String[][] {{"Chicago", "Springfield"}, {"St Louis", "Memphis"}, {"Chicago", "Memphis"}}) {
            Map<String, Object> part = load("300.00");
            part.put("mode", "PARTIAL");
            part.put("cargo", object("weightKilograms", 4000, "pieces", 6));
            part.put("stops", List.of(stop("PICKUP", way[0], 24, 30), stop("DELIVERY", way[1], 40, 60)));
            String load = post(part);
            String offer = shipper.post("/api/offers", object("loadId", load, "tripId", trip))
                    .expect(201)
                    .text("id");
            bookings.put(
                    "part " + way[0] + " - " + way[1], accept(carrier, offer).at("/booking/id"));
        }
        return this;
    }

    OldWorld marketInEveryState() {
        Map<String, Object> draft = load("450.00");
        draft.put("draft", true);
        draft.put("notes", "Ring before you come.\nDock 4.");
        post(draft);
        Map<String, Object> bids = load(null);
        bids.put("bids", object("currency", "USD"));
        String wanted = post(bids);
        String first = bid(carrier, wanted, "700.00");
        String countered = counter(shipper, first, "600.00");
        String agreed = counter(carrier, countered, "650.00");
        bid(people.broker, wanted, "640.00");
        bookings.put("after counter-offers", accept(shipper, agreed).at("/booking/id"));
        String contested = post(load("520.00"));
        offer(carrier, contested);
        carrier.post("/api/offers/" + offer(carrier, contested, trip("Chicago", "St Louis")) + "/withdraw", null)
                .expect(200);
        shipper.post("/api/offers/" + offer(people.broker, contested) + "/decline", null)
                .expect(200);
        expiringOffer = offer(people.broker, post(load("540.00")));
        expiringLoad = post(load("560.00"));
        Map<String, Object> euros = load(null);
        euros.put("price", money("333.33", "EUR"));
        post(euros);
        String planned = trip("Chicago", "Springfield", "St Louis");
        offer(carrier, post(load("610.00")), planned);
        carrier.post("/api/trips/" + trip("Chicago", "Memphis") + "/cancel", null)
                .expect(200);
        store(shipper, "terms.pdf", null);
        store(carrier, "slip.pdf", bookings.get("IN_TRANSIT"));
        String gone = vehicle();
        carrier.send("PATCH", "/api/vehicles/" + gone, object("active", false)).expect(200);
        return this;
    }

    OldWorld laneReport() {
        OldClient ada = people.administrator;
        laneRun = ada.post(
                        "/api/reports/lanes/runs",
                        object("date", LocalDate.now(ZoneOffset.UTC).toString()))
                .expect(202)
                .text("id");
        Eventually.get(() -> ada.get("/api/reports/lanes/runs/" + laneRun).text("status"), "DONE"::equals);
        return this;
    }

    /** Business whose events nobody has heard of yet. */
    void lastBusiness() {
        for (int i = 0; i < 12; i++) {
            String offer = offer(carrier, post(load("9" + i + ".00")));
            if (i % 3 == 0) {
                accept(shipper, offer);
            }
        }
    }

    private String book(String name) {
        String load = post(load("1" + bookings.size() + "0.00"));
        Answer accepted = accept(shipper, offer(carrier, load));
        bookings.put(name, accepted.at("/booking/id"));
        String trip = accepted.at("/booking/tripId");
        String driver = driver();
        assign(trip, driver);
        if (DRIVERS.containsKey(name)) {
            drivers.put(
                    accepted.at("/booking/id"),
                    people.member(DRIVERS.get(name), carrier, people.prairie, "DRIVER", driver));
        }
        return accepted.at("/booking/id");
    }

    private void drive(String booking) {
        act(booking, "dispatch", object());
        act(booking, "arrive", object("stop", 0, "reason", "no signal"));
        act(booking, "depart", object("stop", 0, "reason", "no signal"));
        act(booking, "arrive", object("stop", 1, "reason", "no signal"));
    }

    private void deliver(String booking, String document) {
        act(
                booking,
                "deliver",
                object("receivedBy", "Bo Dock", "latitude", LATITUDE, "longitude", DELIVERY, "documentId", document));
    }

    private void act(String booking, String verb, Object body) {
        carrier.post("/api/bookings/" + booking + "/" + verb, body).expect(200);
    }

    /** A position each ten seconds along a parallel, the last one now or before the next report. */
    private void report(String booking, int count, double from, double to) {
        String trip = carrier.get("/api/bookings/" + booking).expect(200).text("tripId");
        List<Object> positions = new ArrayList<>();
        long begin = from == to || to < -87.7 ? -1300 : -620;
        for (int i = 0; i < count; i++) {
            positions.add(object(
                    "at",
                    at(begin + 10L * i).toString(),
                    "latitude",
                    LATITUDE,
                    "longitude",
                    from + (to - from) * i / count,
                    "accuracyMeters",
                    5,
                    "speedMetersPerSecond",
                    from == to ? 0 : 14));
        }
        drivers.get(booking)
                .post("/api/tracking/positions", object("tripId", trip, "positions", positions))
                .expect(200);
    }

    private String post(Map<String, Object> load) {
        return shipper.post(
                        "/api/loads", load, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(201)
                .text("id");
    }

    private String offer(OldClient carrier, String load) {
        return offer(carrier, load, null);
    }

    private String offer(OldClient carrier, String load, String trip) {
        return carrier.post("/api/offers", object("loadId", load, "tripId", trip))
                .expect(201)
                .text("id");
    }

    private String bid(OldClient carrier, String load, String dollars) {
        return carrier.post("/api/offers", object("loadId", load, "price", money(dollars, "USD")))
                .expect(201)
                .text("id");
    }

    private String counter(OldClient who, String offer, String dollars) {
        return who.post("/api/offers/" + offer + "/counter", object("price", money(dollars, "USD")))
                .expect(201)
                .text("id");
    }

    private static Answer accept(OldClient who, String offer) {
        return who.post("/api/offers/" + offer + "/accept", null).expect(200);
    }

    private String driver() {
        return carrier.post(
                        "/api/drivers", object("name", "Driver " + ++fleet, "phone", "+1 312 555 01" + (10 + fleet)))
                .expect(201)
                .text("id");
    }

    private String vehicle() {
        return carrier.post(
                        "/api/vehicles",
                        object(
                                "name",
                                "Truck " + ++fleet,
                                "plate",
                                "OLD " + fleet,
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                object("weightKilograms", 18000, "volumeCubicMeters", 90.5, "pieces", 66)))
                .expect(201)
                .text("id");
    }

    private void assign(String trip) {
        assign(trip, driver());
    }

    private void assign(String trip, String driver) {
        carrier.post("/api/trips/" + trip + "/assign", object("driverId", driver, "vehicleId", vehicle()))
                .expect(200);
    }

    private String trip(String... places) {
        List<Object> stops = new ArrayList<>();
        for (String place : places) {
            stops.add(object("placeId", place(place), "at", local(26 + 6 * stops.size())));
        }
        return carrier.post(
                        "/api/trips",
                        object(
                                "stops",
                                stops,
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                object("weightKilograms", 18000, "pieces", 33),
                                "askPerKilometer",
                                money("1.20", "USD"),
                                "floorPrice",
                                money("250.00", "USD")))
                .expect(201)
                .text("id");
    }

    private String store(OldClient who, String name, String booking) {
        String id = who.upload(("%PDF-1.7 " + name).getBytes(StandardCharsets.US_ASCII), name, booking)
                .expect(201)
                .text("id");
        documents.add(id);
        return id;
    }

    /** From one dock to another four kilometres to the east, from an hour ago on. */
    private Map<String, Object> load(String dollars) {
        Map<String, Object> load = object(
                "equipment",
                "DRY_VAN",
                "mode",
                "FULL",
                "cargo",
                object("weightKilograms", 9000, "loadingMeters", 6.4),
                "commodity",
                "Paper");
        if (dollars != null) {
            load.put("price", money(dollars, "USD"));
        }
        load.put("stops", List.of(dock("PICKUP", PICKUP, -3, 9), dock("DELIVERY", DELIVERY, -2, 20)));
        return load;
    }

    private Map<String, Object> dock(String kind, double longitude, int from, int to) {
        return object(
                "kind",
                kind,
                "latitude",
                LATITUDE,
                "longitude",
                longitude,
                "address",
                "1 Dock Street",
                "contactName",
                "Ada Dock",
                "contactPhone",
                "+1 312 555 0100",
                "windowStart",
                local(from),
                "windowEnd",
                local(to));
    }

    private Map<String, Object> stop(String kind, String place, int from, int to) {
        return object("kind", kind, "placeId", place(place), "windowStart", local(from), "windowEnd", local(to));
    }

    private String place(String name) {
        return shipper.get("/api/places?q=" + name.replace(" ", "%20"))
                .expect(200)
                .at("/items/0/id");
    }

    private static void pay(OldClient who, String amount, String currency) {
        who.post("/api/wallet/top-ups", object("amount", money(amount, currency)), "Idempotency-Key", amount)
                .expect(201);
    }

    private static Map<String, Object> money(String amount, String currency) {
        return object("amount", amount, "currency", currency);
    }

    private static String local(int hours) {
        return LocalDateTime.now(CHICAGO)
                .plusHours(hours)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Instant at(long seconds) {
        return Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS);
    }
}
