package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Three organisations that do every kind of business, each with one member a role, and what they have to do with each other: the buyer's load is carried on
 * the seller's trip, another load of the buyer's and another trip of the seller's are on the market, and the stranger has no part in any of it.
 */
public final class AccessWorld {

    /** One that the organisation made for itself. */
    private static final String OWN_ROLE = "own role";

    /** A program of the organisation's, by a key with every permission that a key of it can have. */
    private static final String KEY = "API key";

    private static final List<String> OF_PLATFORM = List.of("ADMIN", "PLATFORM_AUDITOR");

    /** The roles of the table's columns; nobody is who sends no token. */
    public static final List<String> ROLES = List.of(
            "nobody",
            "OWNER",
            "SHIPPER",
            "BROKER",
            "CARRIER",
            "DRIVER",
            "TRAVELLER",
            "RIDER",
            "OFFICE",
            "AUDITOR",
            OWN_ROLE,
            KEY,
            "ADMIN",
            "PLATFORM_AUDITOR");

    /** What the own role of the table grants. */
    private static final List<String> NIGHT_DISPATCHER = List.of(
            "organisation.view",
            "fleet.view",
            "loads.view",
            "trips.view",
            "trips.assign",
            "bookings.view",
            "bookings.dispatch",
            "tracking.view");

    private static Person platformAuditor;

    private static final List<String> KINDS = List.of("BROKER", "CARRIER", "TRAVELLER", "RIDER", "OFFICE");
    private static final String CHICAGO = "city:4887398";

    /** An organisation with one member for each role, and its founder who holds them all. */
    public record Company(Person founder, Map<String, Person> members) {

        /** Who asks in a column of the table; null for nobody. */
        public Person as(String role) {
            return switch (role) {
                case "nobody" -> null;
                case "ADMIN" -> People.admin();
                case "PLATFORM_AUDITOR" -> platformAuditor();
                default -> members.get(role);
            };
        }
    }

    public final Company buyer;
    public final Company seller;
    public final Company stranger;
    public final UUID driverId;
    public final UUID vehicleId;
    public final UUID marketLoad;
    public final UUID bookedLoad;
    public final UUID marketTrip;
    public final UUID bookedTrip;
    public final UUID madeTrip;
    public final UUID offer;
    public final UUID booking;
    public final UUID contested;
    public UUID contest;
    public UUID evidence;
    public final UUID document;
    public final UUID laneRun;
    public final String invitation;

    private final String milwaukee;

    public AccessWorld() {
        Person sellerFounder = founder();
        milwaukee = Rest.get("/api/places?q=Milwaukee", sellerFounder)
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        driverId = Rest.post("/api/drivers", object("name", "Grace Novak"), sellerFounder)
                .expect(201)
                .id();
        vehicleId = Rest.post(
                        "/api/vehicles",
                        object(
                                "name",
                                "Truck",
                                "plate",
                                "LR " + UUID.randomUUID().toString().substring(0, 8),
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                capacity()),
                        sellerFounder)
                .expect(201)
                .id();
        seller = company(sellerFounder, driverId);
        buyer = company(founder(), null);
        stranger = company(founder(), null);
        Rest.post("/api/wallet/top-ups", object("amount", money("5000.00")), buyer.founder())
                .expect(201);
        marketLoad =
                Rest.post("/api/loads", load(), buyer.founder()).expect(201).id();
        bookedLoad =
                Rest.post("/api/loads", load(), buyer.founder()).expect(201).id();
        marketTrip =
                Rest.post("/api/trips", trip(), seller.founder()).expect(201).id();
        bookedTrip =
                Rest.post("/api/trips", trip(), seller.founder()).expect(201).id();
        offer = Rest.post("/api/offers", object("loadId", marketLoad, "tripId", marketTrip), seller.founder())
                .expect(201)
                .id();
        booking = booked();
        contested = contested();
        madeTrip = madeByAcceptance();
        Instant now = Instant.now();
        Rest.post(
                        "/api/tracking/positions",
                        object(
                                "tripId",
                                bookedTrip,
                                "positions",
                                List.of(object("at", now.toString(), "latitude", 41.85, "longitude", -87.65))),
                        seller.members().get("DRIVER"))
                .expect(200);
        document = UUID.fromString(Upload.png("/api/documents", booking, seller.founder())
                .expect(201)
                .text("id"));
        laneRun = Rest.post(
                        "/api/reports/lanes/runs",
                        object("date", LocalDate.now(ZoneId.of("UTC")).toString()),
                        People.admin())
                .expect(202)
                .id();
        invitation = link();
    }

    private UUID booked() {
        UUID offered = Rest.post("/api/offers", object("loadId", bookedLoad, "tripId", bookedTrip), seller.founder())
                .expect(201)
                .id();
        UUID id = UUID.fromString(Rest.post("/api/offers/" + offered + "/accept", null, buyer.founder())
                .expect(200)
                .body()
                .at("/booking/id")
                .asText());
        Rest.post(
                        "/api/trips/" + bookedTrip + "/assign",
                        object("driverId", driverId, "vehicleId", vehicleId),
                        seller.founder())
                .expect(200);
        Rest.post("/api/bookings/" + id + "/dispatch", null, seller.founder()).expect(200);
        return id;
    }

    /** A delivered booking that its buyer contests. */
    private UUID contested() {
        UUID load = Rest.post("/api/loads", load(), buyer.founder()).expect(201).id();
        UUID offered = Rest.post("/api/offers", object("loadId", load), seller.founder())
                .expect(201)
                .id();
        JsonNode made = Rest.post("/api/offers/" + offered + "/accept", null, buyer.founder())
                .expect(200)
                .body()
                .path("booking");
        String id = made.path("id").asText();
        UUID truck = Rest.post(
                        "/api/vehicles",
                        object(
                                "name",
                                "Truck",
                                "plate",
                                "LR " + UUID.randomUUID().toString().substring(0, 8),
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                capacity()),
                        seller.founder())
                .expect(201)
                .id();
        UUID other = Rest.post("/api/drivers", object("name", "Dee Driver"), seller.founder())
                .expect(201)
                .id();
        Rest.post(
                        "/api/trips/" + made.path("tripId").asText() + "/assign",
                        object("driverId", other, "vehicleId", truck),
                        seller.founder())
                .expect(200);
        String path = "/api/bookings/" + id;
        Rest.post(path + "/dispatch", null, seller.founder()).expect(200);
        Rest.post(path + "/arrive", object("stop", 0, "reason", "asked"), seller.founder())
                .expect(200);
        Rest.post(path + "/arrive", object("stop", 1, "reason", "asked"), seller.founder())
                .expect(200);
        Rest.post(path + "/deliver", object("receivedBy", "Bo"), seller.founder())
                .expect(200);
        evidence = UUID.fromString(
                Upload.png("/api/documents", id, buyer.founder()).expect(201).text("id"));
        contest = Rest.post(
                        path + "/contest",
                        object("reason", "DAMAGED", "words", "asked", "documentIds", List.of(evidence)),
                        buyer.founder())
                .expect(201)
                .id();
        return UUID.fromString(id);
    }

    /** The trip that an offer without one gets when it is accepted: it was never published. */
    private UUID madeByAcceptance() {
        UUID load = Rest.post("/api/loads", load(), buyer.founder()).expect(201).id();
        UUID offered = Rest.post("/api/offers", object("loadId", load), seller.founder())
                .expect(201)
                .id();
        return UUID.fromString(Rest.post("/api/offers/" + offered + "/accept", null, buyer.founder())
                .expect(200)
                .body()
                .at("/booking/tripId")
                .asText());
    }

    private String link() {
        String link = Rest.post(
                        "/api/organisations/" + buyer.founder().organisationId() + "/members",
                        object("email", People.newEmail(), "roles", List.of("OFFICE")),
                        buyer.founder())
                .expect(201)
                .text("link");
        return Links.token(link);
    }

    private static Person founder() {
        Person founder = People.shipper();
        for (String kind : KINDS) {
            Rest.post("/api/organisations/" + founder.organisationId() + "/kinds", object("kind", kind), founder)
                    .expect(200);
        }
        return People.refreshed(founder);
    }

    private static Company company(Person founder, UUID driverId) {
        Map<String, Person> members = new LinkedHashMap<>();
        for (String role : ROLES) {
            if (role.equals("DRIVER") && driverId != null) {
                members.put(role, People.driver(founder, driverId));
            } else if (role.equals(OWN_ROLE)) {
                members.put(role, People.member(founder, ownRole(founder)));
            } else if (role.equals(KEY)) {
                members.put(role, key(founder));
            } else if (!role.equals("nobody") && !OF_PLATFORM.contains(role)) {
                members.put(role, People.member(founder, role));
            }
        }
        return new Company(founder, members);
    }

    private static Person key(Person founder) {
        JsonNode me = Rest.get("/api/me", founder).expect(200).body();
        List<String> scopes = new ArrayList<>();
        Rest.get("/api/permissions?limit=100", founder)
                .expect(200)
                .body()
                .path("items")
                .findValuesAsText("permission")
                .stream()
                .filter(permission -> me.path("permissions").toString().contains("\"" + permission + "\""))
                .forEach(scopes::add);
        Answer made = Rest.post(
                        "/api/organisations/" + founder.organisationId() + "/api-keys",
                        object("name", "Access", "scopes", scopes),
                        founder)
                .expect(201);
        return Person.byKey(UUID.fromString(made.at("/key/id")), founder.organisationId(), made.text("secret"));
    }

    private static String ownRole(Person founder) {
        Object grants = NIGHT_DISPATCHER.stream()
                .map(permission -> object("permission", permission))
                .toList();
        return Rest.post(
                        "/api/organisations/" + founder.organisationId() + "/roles",
                        object("name", "Night dispatcher", "grants", grants),
                        founder)
                .expect(201)
                .text("code");
    }

    /** One for all tests, as the administrator is. */
    static synchronized Person platformAuditor() {
        if (platformAuditor == null) {
            platformAuditor = People.member(People.admin(), "PLATFORM_AUDITOR");
        }
        return platformAuditor;
    }

    private Map<String, Object> load() {
        return object(
                "equipment",
                "DRY_VAN",
                "mode",
                "FULL",
                "cargo",
                object("weightKilograms", 18000),
                "commodity",
                "Canned fruit",
                "price",
                money("900.00"),
                "stops",
                List.of(stop("PICKUP", CHICAGO, -1, 6), stop("DELIVERY", milwaukee, -1, 30)));
    }

    private Map<String, Object> trip() {
        return object(
                "equipment",
                "DRY_VAN",
                "capacity",
                capacity(),
                "floorPrice",
                money("500.00"),
                "stops",
                List.of(object("placeId", CHICAGO, "at", local(-1)), object("placeId", milwaukee, "at", local(24))));
    }

    private static Map<String, Object> stop(String kind, String place, int fromHours, int toHours) {
        return object(
                "kind",
                kind,
                "placeId",
                place,
                "contactName",
                "Dock 4",
                "windowStart",
                local(fromHours),
                "windowEnd",
                local(toHours));
    }

    static Map<String, Object> capacity() {
        return object("weightKilograms", 20000, "volumeCubicMeters", 82, "loadingMeters", 13.6);
    }

    public static Map<String, Object> money(String amount) {
        return object("amount", amount, "currency", "USD");
    }

    private static String local(int hoursFromNow) {
        return LocalDateTime.now(ZoneId.of("America/Chicago"))
                .plusHours(hoursFromNow)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
