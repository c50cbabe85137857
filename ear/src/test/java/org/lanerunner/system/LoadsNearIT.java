package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lanerunner.system.Rest.object;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Loads near a point are those within the radius over the ground, wherever the point lies: compared with a plain computation. */
@SystemTest
class LoadsNearIT {

    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    /** Around Chicago's corners, both sides of the date line at Fiji, and both sides of each pole; on tenths of a degree, as the market rounds. */
    private static final double[][] PICKUPS = {
        {41.9, -87.6},
        {42.7, -86.6},
        {42.5, -87.6},
        {41.1, -88.5},
        {-16.8, 179.9},
        {-16.8, -179.9},
        {-17.3, 179.4},
        {-17.5, -179.3},
        {89.9, 0},
        {89.9, 179.9},
        {89.5, -90},
        {88.2, 45},
        {-89.9, 10},
        {-89.2, -170},
        {0, 0},
        {0.7, 0.7}
    };

    private static final double[][] CENTRES = {
        {41.9, -87.6}, {-16.8, 179.95}, {-17, -179.9}, {89.95, 77}, {90, 0}, {-90, 0}, {-89.5, -170}, {0, 0}, {0.4, 0.4}
    };

    private static final Map<String, double[]> PLACES = new TreeMap<>();
    private static final Person READER = People.carrier();

    @BeforeAll
    static void loadsAllOverTheWorld() {
        Person shipper = People.shipper();
        for (double[] pickup : PICKUPS) {
            String id =
                    Rest.post("/api/loads", load(pickup), shipper).expect(201).text("id");
            PLACES.put(id, pickup);
        }
    }

    @Test
    void whatIsFoundIsWhatLiesWithinTheRadius() {
        for (double[] centre : CENTRES) {
            for (int kilometers : List.of(5, 20, 60, 90, 110, 250)) {
                Set<String> within = new TreeSet<>();
                PLACES.forEach((id, place) -> {
                    if (meters(centre, place) <= kilometers * 1000.0) {
                        within.add(id);
                    }
                });
                assertEquals(
                        within,
                        found(centre, kilometers),
                        centre[0] + "," + centre[1] + " within " + kilometers + " km");
            }
        }
    }

    private static Set<String> found(double[] centre, int kilometers) {
        Set<String> found = new TreeSet<>();
        Rest.get(
                        "/api/loads?scope=market&limit=100&near=" + centre[0] + "," + centre[1] + "&radiusMeters="
                                + kilometers * 1000,
                        READER)
                .expect(200)
                .body()
                .path("items")
                .forEach(load -> found.add(load.path("id").asText()));
        found.retainAll(PLACES.keySet());
        return found;
    }

    /** The angle between two vectors from the Earth's centre: another way than the server's. */
    private static double meters(double[] from, double[] to) {
        double[] a = vector(from);
        double[] b = vector(to);
        double[] cross = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        double sine = Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
        return EARTH_RADIUS_METERS * Math.atan2(sine, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
    }

    private static double[] vector(double[] place) {
        double phi = Math.toRadians(place[0]);
        double lambda = Math.toRadians(place[1]);
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }

    private static Map<String, Object> load(double[] pickup) {
        return object(
                "equipment",
                "DRY_VAN",
                "mode",
                "PARTIAL",
                "cargo",
                object("weightKilograms", 100),
                "price",
                AccessWorld.money("90.00"),
                "stops",
                List.of(stop("PICKUP", pickup), stop("DELIVERY", new double[] {41.5, -88})));
    }

    private static Map<String, Object> stop(String kind, double[] place) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).withNano(0);
        return object(
                "kind",
                kind,
                "latitude",
                place[0],
                "longitude",
                place[1],
                "windowStart",
                now.plusDays(2).toString(),
                "windowEnd",
                now.plusDays(20).toString());
    }
}
