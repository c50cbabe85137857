package org.lanerunner.loads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanerunner.places.Geography;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

/**
 * A leg that was checked. Together the legs hold every stop once, in order. Each leg begins with a pickup and ends with a delivery. The next one begins where
 * the one before ended: within the circle by which the delivery's fence knows an arrival.
 */
record PlannedLeg(int fromStop, List<PlannedStop> stops, long distanceMeters) {

    static final int MOST = 10;

    /** @param requested null or empty for one leg over all stops */
    static List<PlannedLeg> of(List<LoadRequest.Leg> requested, List<PlannedStop> stops, Geography geography) {
        if (requested == null || requested.isEmpty()) {
            return List.of(new PlannedLeg(0, stops, along(stops, geography)));
        }
        if (requested.size() > MOST) {
            throw Refusal.invalid("/legs", "At most " + MOST + " legs are possible.")
                    .beyond(Limit.LEGS);
        }
        List<PlannedLeg> legs = new ArrayList<>();
        int next = 0;
        for (LoadRequest.Leg leg : requested) {
            String pointer = "/legs/" + legs.size();
            check(leg, next, stops, pointer);
            List<PlannedStop> way = stops.subList(leg.fromStop(), leg.toStop() + 1);
            legs.add(new PlannedLeg(leg.fromStop(), way, along(way, geography)));
            next = leg.toStop() + 1;
        }
        if (next < stops.size()) {
            throw Refusal.invalid(
                    "/legs/" + (legs.size() - 1) + "/toStop", "The last leg ends at stop " + (stops.size() - 1) + ".");
        }
        return legs;
    }

    /** The distance along its stops by the road estimate, in meters. */
    static long along(List<PlannedStop> stops, Geography geography) {
        double meters = 0;
        for (int i = 1; i < stops.size(); i++) {
            Site from = stops.get(i - 1).site();
            Site to = stops.get(i).site();
            meters += geography.distanceMeters(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        }
        return Math.round(meters);
    }

    int toStop() {
        return fromStop + stops.size() - 1;
    }

    Site origin() {
        return stops.get(0).site();
    }

    Site destination() {
        return stops.get(stops.size() - 1).site();
    }

    Instant firstWindowStart() {
        return stops.get(0).windowStart().instant();
    }

    /** The time from which it can't be carried as agreed any more: when the first window of its deliveries ends. */
    Instant expiresAt() {
        return stops.stream()
                .filter(stop -> stop.kind() == StopKind.DELIVERY)
                .map(stop -> stop.windowEnd().instant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static void check(LoadRequest.Leg leg, int from, List<PlannedStop> stops, String pointer) {
        if (leg == null || leg.fromStop() == null || leg.fromStop() != from) {
            throw Refusal.invalid(
                    pointer + "/fromStop",
                    "This leg begins at stop " + from + ": no stop is left out or driven twice.");
        }
        if (leg.toStop() == null || leg.toStop() <= from || leg.toStop() >= stops.size()) {
            throw Refusal.invalid(pointer + "/toStop", "A leg ends at a later stop of the load.");
        }
        if (stops.get(from).kind() != StopKind.PICKUP) {
            throw Refusal.invalid(pointer + "/fromStop", "A leg begins with a pickup.");
        }
        if (stops.get(leg.toStop()).kind() != StopKind.DELIVERY) {
            throw Refusal.invalid(pointer + "/toStop", "A leg ends with a delivery.");
        }
        if (from > 0 && !meet(stops.get(from - 1), stops.get(from))) {
            throw Refusal.invalid(pointer + "/fromStop", "A leg begins where the one before it ended.");
        }
    }

    private static boolean meet(PlannedStop delivery, PlannedStop pickup) {
        return delivery.site().distanceMetersTo(pickup.site())
                <= delivery.fence().radiusMeters();
    }
}
