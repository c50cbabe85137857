package org.lanerunner.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A shipper and a carrier with truck and driver, and the steps that they take together between Chicago and Saint Louis. */
public final class Parties {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final Api shipper = Api.register("SHIPPER");
    private final Api carrier = Api.register("CARRIER");
    private final String origin = placeId("Chicago");
    private final String destination = placeId("St Louis");
    private final String driverId =
            carrier.post("/drivers", Map.of("name", "Dee Driver")).expect(201).at("/id");
    private final String vehicleId = carrier.post(
                    "/vehicles",
                    Map.of(
                            "name",
                            "Truck 1",
                            "plate",
                            "P" + UUID.randomUUID().toString().substring(0, 6),
                            "equipment",
                            "DRY_VAN",
                            "capacity",
                            Map.of("weightKilograms", 18_000)))
            .expect(201)
            .at("/id");

    public Api shipper() {
        return shipper;
    }

    public Api carrier() {
        return carrier;
    }

    public void topUp(String dollars) {
        shipper.post("/wallet/top-ups", Map.of("amount", dollars(dollars))).expect(201);
    }

    /** @return the id of an open load at a fixed price */
    public String postLoad(String dollars) {
        return shipper.post("/loads", load(dollars)).expect(201).at("/id");
    }

    /** @return the id of an open load that asks for bids in dollars */
    public String postLoadForBids() {
        Map<String, Object> load = new HashMap<>(load("1"));
        load.remove("price");
        load.put("bids", Map.of("currency", "USD"));
        return shipper.post("/loads", load).expect(201).at("/id");
    }

    /** The same load at another price, to be put in the place of what was posted. */
    public Map<String, Object> load(String dollars) {
        return load(stop("PICKUP", origin, -1, 6), stop("DELIVERY", destination, 8, 20), dollars);
    }

    private static Map<String, Object> load(Map<String, Object> pickup, Map<String, Object> delivery, String dollars) {
        return Map.of(
                "equipment",
                "DRY_VAN",
                "mode",
                "FULL",
                "cargo",
                Map.of("weightKilograms", 9_000),
                "commodity",
                "Paper",
                "stops",
                List.of(pickup, delivery),
                "price",
                dollars(dollars));
    }

    /** A load for bids that changes the carrier in Springfield, to be posted. */
    Map<String, Object> inTwoLegs() {
        String springfield = "city:4250542";
        Map<String, Object> load = new HashMap<>(load("1"));
        load.remove("price");
        load.put("bids", Map.of("currency", "USD"));
        load.put(
                "stops",
                List.of(
                        at("1 First Street", stop("PICKUP", origin, -1, 6)),
                        at("2 Second Street", stop("DELIVERY", springfield, 4, 10)),
                        at("3 Third Street", stop("PICKUP", springfield, 5, 12)),
                        at("4 Fourth Street", stop("DELIVERY", destination, 8, 20))));
        load.put("legs", List.of(leg(0, 1), leg(2, 3)));
        return load;
    }

    /** A load at a fixed price whose sites have addresses, to be posted. */
    Map<String, Object> addressed(String dollars) {
        Map<String, Object> load = new HashMap<>(load(dollars));
        load.put(
                "stops",
                List.of(
                        at("1 First Street", stop("PICKUP", origin, -1, 6)),
                        at("4 Fourth Street", stop("DELIVERY", destination, 8, 20))));
        return load;
    }

    static Map<String, Integer> leg(int fromStop, int toStop) {
        return Map.of("fromStop", fromStop, "toStop", toStop);
    }

    private static Map<String, Object> at(String address, Map<String, Object> stop) {
        Map<String, Object> known = new HashMap<>(stop);
        known.put("address", address);
        return known;
    }

    public String driverId() {
        return driverId;
    }

    public String vehicleId() {
        return vehicleId;
    }

    /** @return the id of the carrier's offer */
    public String offer(String loadId) {
        return carrier.post("/offers", Map.of("loadId", loadId)).expect(201).at("/id");
    }

    /** @return the id of the carrier's offer to carry it with this trip */
    public String offer(String loadId, String tripId) {
        return carrier.post("/offers", Map.of("loadId", loadId, "tripId", tripId))
                .expect(201)
                .at("/id");
    }

    /** @return the id of a trip with the vehicle's whole capacity */
    public String postTrip() {
        return carrier.post("/trips", trip()).expect(201).at("/id");
    }

    /** A trip with the vehicle's whole capacity, to be posted. */
    public Map<String, Object> trip() {
        return trip(origin, destination);
    }

    /** @return the id of a trip that begins empty in another city three hours before */
    String postTripFrom(String city) {
        return postTrip(placeId(city), origin, destination);
    }

    /** @return the id of a trip that goes on to another city after the destination */
    public String postTripBeyond(String city) {
        return postTrip(origin, destination, placeId(city));
    }

    private String postTrip(String... places) {
        return carrier.post("/trips", trip(places)).expect(201).at("/id");
    }

    private static Map<String, Object> trip(String... places) {
        LocalDateTime now = LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
        List<Map<String, String>> stops = new ArrayList<>();
        for (String place : places) {
            stops.add(Map.of(
                    "placeId", place, "at", now.plusHours(1 + 4L * stops.size()).toString()));
        }
        return Map.of("stops", stops, "equipment", "DRY_VAN", "capacity", Map.of("weightKilograms", 18_000));
    }

    void assign(String tripId) {
        tryToAssign(tripId).expect(200);
    }

    Answer tryToAssign(String tripId) {
        return carrier.post("/trips/" + tripId + "/assign", Map.of("driverId", driverId, "vehicleId", vehicleId));
    }

    public Answer accept(String offerId) {
        return shipper.post("/offers/" + offerId + "/accept", Map.of());
    }

    /** Asked again while too many ask at once for this machine, as the refusal says. */
    Answer acceptAmongMany(String offerId) {
        return Eventually.get(
                () -> accept(offerId),
                answer -> answer.status() != 503 && !answer.at("/type").equals("request/changed-meanwhile"));
    }

    /** From an offer on a new load to the booking. */
    JsonNode book(String dollars) {
        return accept(offer(postLoad(dollars))).expect(200).body().get("booking");
    }

    void cancel(JsonNode booking) {
        carrier.post(path(booking, "cancel"), Map.of("reason", "no truck")).expect(200);
    }

    /** From a confirmed booking to a settled one. */
    void carry(JsonNode booking) {
        deliver(booking);
        shipper.post(path(booking, "accept-proof"), Map.of()).expect(200);
    }

    /** From a confirmed booking to a delivered one. */
    void deliver(JsonNode booking) {
        assign(booking.get("tripId").asText());
        carrier.post(path(booking, "dispatch"), Map.of()).expect(200);
        finish(booking);
    }

    /** From a dispatched booking to a delivered one. */
    void finish(JsonNode booking) {
        carrier.post(path(booking, "arrive"), at(0)).expect(200);
        carrier.post(path(booking, "depart"), at(0)).expect(200);
        carrier.post(path(booking, "arrive"), at(1)).expect(200);
        carrier.post(path(booking, "deliver"), Map.of("receivedBy", "Bo", "latitude", 38.6, "longitude", -90.2))
                .expect(200);
    }

    public static Map<String, Object> dollars(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private static String path(JsonNode booking, String verb) {
        return "/bookings/" + booking.get("id").asText() + "/" + verb;
    }

    private static Map<String, Object> at(int stop) {
        return Map.of("stop", stop, "reason", "by hand");
    }

    private String placeId(String name) {
        return shipper.get("/places?q=" + name.replace(" ", "%20")).expect(200).at("/items/0/id");
    }

    private static Map<String, Object> stop(String kind, String placeId, int fromHours, int toHours) {
        LocalDateTime now = LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
        return Map.of(
                "kind",
                kind,
                "placeId",
                placeId,
                "windowStart",
                now.plusHours(fromHours).toString(),
                "windowEnd",
                now.plusHours(toHours).toString());
    }
}
