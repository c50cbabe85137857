package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lanerunner.tracks.Track;

/** How a load and a trip come together: posted, matched, offered, accepted, assigned. */
final class AgreementSteps {
    private static final double DOLLARS_PER_KILOMETER = 2.9;
    private static final int LEAST_DOLLARS = 150;
    private static final Duration PICKUP_WINDOW = Duration.ofHours(4);
    private static final Duration ROOM_AFTER_NOW = Duration.ofDays(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(60);
    private static final int MATCHES_SHOWN = 3;
    private static final int FASTEST_METERS_PER_SECOND = 500;

    private final Job job;
    private final Way way;
    private final String zone;

    AgreementSteps(Job job, Way way, String zone) {
        this.job = job;
        this.way = way;
        this.zone = zone;
    }

    List<Step> steps() {
        return List.of(
                new Step("The shipper looks up the places", this::places),
                new Step("The shipper tops up the wallet with test money", this::topUp),
                new Step("The shipper posts a load", this::postLoad),
                new Step("The carrier posts a trip", this::postTrip),
                new Step("The shipper asks which trips match", this::matches),
                new Step("The carrier offers to carry it", this::offer),
                new Step("The shipper accepts", this::accept),
                new Step("The carrier assigns driver and vehicle", this::assign));
    }

    private List<String> places() {
        Instant now = Instant.now();
        if (way.recorded().isPresent()) {
            job.journey = way.journey(way.recorded().get(), now);
            job.from = near(job.journey.pickup());
            job.to = near(job.journey.delivery());
        } else {
            job.from = named("Chicago");
            job.to = named("Milwaukee");
            Track track = SimulatedTrack.between(
                    latitude(job.from), longitude(job.from), latitude(job.to), longitude(job.to));
            job.journey = way.journey(track, now);
        }
        Track track = job.journey.track();
        List<String> told = new ArrayList<>();
        if (way.recorded().isPresent()) {
            told.add(track.name() + ": " + track.format() + ", " + track.fixes().size() + " good fixes"
                    + (track.vehicle() == null ? "" : " of vehicle " + track.vehicle())
                    + (track.timed() ? "" : ", without times: driven at 50 km/h"));
        }
        told.add("from near " + Said.place(job.from) + " to near " + Said.place(job.to) + ", "
                + Said.kilometers(job.journey.extentMeters()) + " apart, fences of "
                + Math.round(job.journey.fenceRadiusMeters()) + " m");
        return told;
    }

    private JsonNode named(String name) {
        String query = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return first(job.shipper.api().get("/api/places?q=" + query), name);
    }

    private JsonNode near(Track.Fix fix) {
        String near = String.format(Locale.ROOT, "%.6f,%.6f", fix.latitude(), fix.longitude());
        return first(job.shipper.api().get("/api/places?near=" + near), near);
    }

    private static JsonNode first(JsonNode found, String what) {
        Step.require(!found.path("items").isEmpty(), "The gazetteer has no place for " + what + ".");
        return found.path("items").get(0);
    }

    private static double latitude(JsonNode place) {
        return place.path("latitude").asDouble();
    }

    private static double longitude(JsonNode place) {
        return place.path("longitude").asDouble();
    }

    private List<String> topUp() {
        Map<String, Object> amount = money(price() + LEAST_DOLLARS);
        job.shipper.api().post("/api/wallet/top-ups", Map.of("amount", amount));
        JsonNode balance = Wallet.of(job.shipper);
        Step.require(balance.path("test").asBoolean(), "The wallet does not say that its money is test money.");
        job.shipperHad = Said.amount(balance.path("available"));
        job.carrierHad = Said.amount(Wallet.of(job.carrier).path("available"));
        return List.of("test money: " + Said.money(balance.path("available")) + " available");
    }

    private List<String> postLoad() {
        Map<String, Object> load = new LinkedHashMap<>();
        load.put("equipment", PeopleSteps.EQUIPMENT);
        load.put("mode", "FULL");
        load.put("cargo", Map.of("weightKilograms", 18_000, "volumeCubicMeters", 60, "pieces", 26));
        load.put("commodity", "Canned fruit");
        load.put("stops", List.of(pickup(), delivery()));
        load.put("price", money(price()));
        job.postedOn = LocalDate.now(ZoneId.of(zone));
        job.load = job.shipper.api().post("/api/loads", load);
        Step.require("OPEN".equals(job.load.path("status").asText()), "The load is not open.");
        Step.require(job.load.path("lateEntry").asBoolean(), "The load is not marked as a late entry.");
        return List.of(
                job.load.path("reference").asText() + ", 18,000 kg on 26 pallets, " + Said.money(job.load.path("price"))
                        + "; its times began at " + Said.time(job.journey.startsAt()) + " UTC, so it is a late entry");
    }

    private Map<String, Object> pickup() {
        Instant start = job.journey.startsAt();
        return stop("PICKUP", job.journey.pickup(), job.from, start, start.plus(PICKUP_WINDOW));
    }

    private Map<String, Object> delivery() {
        Instant end = afterwards();
        Instant start = later(job.journey.startsAt(), end.minus(LONGEST_WINDOW));
        return stop("DELIVERY", job.journey.delivery(), job.to, start, end);
    }

    /** A time well after the last fix, so that no part of the way falls outside of the time windows. */
    private Instant afterwards() {
        return later(Instant.now(), job.journey.endsAt()).plus(ROOM_AFTER_NOW);
    }

    private Map<String, Object> stop(String kind, Track.Fix fix, JsonNode place, Instant start, Instant end) {
        Map<String, Object> stop = site(fix, place);
        stop.put("kind", kind);
        stop.put("contactName", kind.equals("PICKUP") ? "Dock 4" : "Goods in");
        stop.put("windowStart", local(start, place));
        stop.put("windowEnd", local(end, place));
        stop.put(
                "fence",
                Map.of(
                        "radiusMeters",
                        job.journey.fenceRadiusMeters(),
                        "confirmFixes",
                        1,
                        "confirmSeconds",
                        0,
                        "maxSpeedMetersPerSecond",
                        FASTEST_METERS_PER_SECOND));
        return stop;
    }

    private Map<String, Object> site(Track.Fix fix, JsonNode place) {
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("latitude", fix.latitude());
        site.put("longitude", fix.longitude());
        if (way.recorded().isEmpty()) {
            site.put("placeId", place.path("id").asText());
        }
        return site;
    }

    private List<String> postTrip() {
        Map<String, Object> start = site(job.journey.pickup(), job.from);
        start.put("at", local(job.journey.startsAt(), job.from));
        Map<String, Object> end = site(job.journey.delivery(), job.to);
        end.put("at", local(afterwards(), job.to));
        Map<String, Object> trip = new LinkedHashMap<>();
        trip.put("stops", List.of(start, end));
        trip.put("equipment", PeopleSteps.EQUIPMENT);
        trip.put("capacity", PeopleSteps.CAPACITY);
        trip.put("askPerKilometer", Map.of("amount", "2.00", "currency", "USD"));
        job.trip = job.carrier.api().post("/api/trips", trip);
        Step.require("PLANNED".equals(job.trip.path("status").asText()), "The trip is not planned.");
        return List.of(job.trip.path("reference").asText() + ", room for 20,000 kg");
    }

    private List<String> matches() {
        JsonNode trips = job.shipper
                .api()
                .get("/api/matches?limit=100&load=" + id(job.load))
                .path("items");
        JsonNode loads = job.carrier
                .api()
                .get("/api/matches?limit=100&trip=" + id(job.trip))
                .path("items");
        Step.require(ranked(trips, "trip", id(job.trip)), "The trip is not among the load's matches.");
        Step.require(ranked(loads, "load", id(job.load)), "The load is not among the trip's matches.");
        List<String> told = new ArrayList<>();
        for (JsonNode match : trips) {
            if (told.size() < MATCHES_SHOWN) {
                List<String> reasons = new ArrayList<>();
                match.path("reasons")
                        .forEach(reason -> reasons.add(reason.path("text").asText()));
                String trip = match.path("trip").path("reference").asText();
                told.add(match.path("score").asText() + " points for " + trip + ": " + String.join("; ", reasons));
            }
        }
        return told;
    }

    private static boolean ranked(JsonNode matches, String of, String id) {
        for (JsonNode match : matches) {
            if (id.equals(match.path(of).path("id").asText())) {
                return true;
            }
        }
        return false;
    }

    private List<String> offer() {
        job.offer = job.carrier.api().post("/api/offers", Map.of("loadId", id(job.load), "tripId", id(job.trip)));
        return List.of("at " + Said.money(job.offer.path("price")) + "; of it the platform's fee is "
                + Said.money(job.offer.path("fee")) + ", the carrier receives "
                + Said.money(job.offer.path("sellerReceives")));
    }

    private List<String> accept() {
        job.booking = job.shipper
                .api()
                .post("/api/offers/" + id(job.offer) + "/accept", null)
                .path("booking");
        Step.require("CONFIRMED".equals(job.booking.path("status").asText()), "The booking is not confirmed.");
        Step.require(
                job.booking.path("fee").equals(job.offer.path("fee")),
                "The booking's fee is not the one that was shown.");
        JsonNode balance = Wallet.of(job.shipper);
        Step.require(
                Said.amount(balance.path("available"))
                                .compareTo(job.shipperHad.subtract(Said.amount(job.booking.path("price"))))
                        == 0,
                "The price was not taken from the shipper's wallet.");
        return List.of("booking " + job.booking.path("reference").asText() + "; " + Said.money(balance.path("escrowed"))
                + " in escrow, " + Said.money(balance.path("available")) + " left in the wallet");
    }

    private List<String> assign() {
        String path = "/api/trips/" + id(job.trip) + "/assign";
        JsonNode trip = job.carrier.api().post(path, Map.of("driverId", job.driverId, "vehicleId", job.vehicleId));
        return List.of(trip.path("driver").path("name").asText() + " drives "
                + trip.path("vehicle").path("name").asText() + ", "
                + trip.path("vehicle").path("plate").asText());
    }

    private long price() {
        return Math.max(LEAST_DOLLARS, Math.round(job.journey.extentMeters() / 1000 * DOLLARS_PER_KILOMETER));
    }

    static Map<String, Object> money(long dollars) {
        return Map.of("amount", dollars + ".00", "currency", "USD");
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String local(Instant instant, JsonNode place) {
        ZoneId zone = ZoneId.of(place.path("zone").asText());
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), zone)
                .toString();
    }
}
