package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A booked load of a shipper on a carrier's trip with a driver who has an account, from Chicago four kilometres to the east, to be dispatched as of two hours ago. */
final class Haul {

    static final double LATITUDE = 41.88;
    static final double PICKUP = -87.63;
    static final double DELIVERY = -87.58;

    final Person shipper = People.shipper();
    final Person carrier = People.carrier();
    final Person driver;
    final UUID driverId;
    final UUID vehicleId;
    final UUID bookingId;
    final UUID tripId;
    final Instant dispatchedAt = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

    Haul() {
        this(true);
    }

    /** Of the stops nothing is known but that they are in Chicago. */
    static Haul withinChicago() {
        return new Haul(false);
    }

    private Haul(boolean points) {
        driverId = Rest.post("/api/drivers", object("name", "Dana Driver"), carrier)
                .expect(201)
                .id();
        driver = People.driver(carrier, driverId);
        vehicleId = Rest.post(
                        "/api/vehicles",
                        object(
                                "name",
                                "Truck",
                                "plate",
                                "LR 1",
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                AccessWorld.capacity()),
                        carrier)
                .expect(201)
                .id();
        Rest.post("/api/wallet/top-ups", object("amount", AccessWorld.money("1000.00")), shipper)
                .expect(201);
        UUID load = Rest.post("/api/loads", load(points), shipper).expect(201).id();
        UUID offer = Rest.post("/api/offers", object("loadId", load), carrier)
                .expect(201)
                .id();
        JsonNode booking = Rest.post("/api/offers/" + offer + "/accept", null, shipper)
                .expect(200)
                .body()
                .path("booking");
        bookingId = UUID.fromString(booking.path("id").asText());
        tripId = UUID.fromString(booking.path("tripId").asText());
        Rest.post("/api/trips/" + tripId + "/assign", object("driverId", driverId, "vehicleId", vehicleId), carrier)
                .expect(200);
    }

    Haul dispatched() {
        Rest.post("/api/bookings/" + bookingId + "/dispatch", object("occurredAt", dispatchedAt.toString()), driver)
                .expect(200);
        return this;
    }

    Answer report(List<Map<String, Object>> positions) {
        return Rest.post("/api/tracking/positions", object("positions", positions), driver);
    }

    JsonNode booking(Person as) {
        return Rest.get("/api/bookings/" + bookingId, as).expect(200).body();
    }

    Instant at(long seconds) {
        return dispatchedAt.plusSeconds(seconds);
    }

    Map<String, Object> position(long seconds, double longitude) {
        return object("at", at(seconds).toString(), "latitude", LATITUDE, "longitude", longitude, "accuracyMeters", 5);
    }

    /** Ten minutes at the pickup, ten on the way, five at the delivery; a position every ten seconds. */
    List<Map<String, Object>> way() {
        List<Map<String, Object>> way = new ArrayList<>();
        for (int second = 0; second < 600; second += 10) {
            way.add(position(second, PICKUP));
        }
        for (int second = 600; second < 1200; second += 10) {
            way.add(position(second, PICKUP + (DELIVERY - PICKUP) * (second - 600) / 600));
        }
        for (int second = 1200; second < 1500; second += 10) {
            way.add(position(second, DELIVERY));
        }
        return way;
    }

    private static Map<String, Object> load(boolean points) {
        return object(
                "equipment",
                "DRY_VAN",
                "mode",
                "FULL",
                "cargo",
                object("weightKilograms", 18000),
                "commodity",
                "Paper",
                "price",
                AccessWorld.money("900.00"),
                "stops",
                List.of(stop("PICKUP", points, PICKUP), stop("DELIVERY", points, DELIVERY)));
    }

    private static Map<String, Object> stop(String kind, boolean point, double longitude) {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("America/Chicago")).truncatedTo(ChronoUnit.MINUTES);
        return object(
                "kind",
                kind,
                "placeId",
                point ? null : "city:4887398",
                "latitude",
                point ? LATITUDE : null,
                "longitude",
                point ? longitude : null,
                "address",
                "1 Dock Street",
                "contactName",
                "Ada Dock",
                "windowStart",
                now.minusHours(3).toString(),
                "windowEnd",
                now.plusHours(9).toString());
    }
}
