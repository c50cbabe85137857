package org.lanerunner.geofencing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanerunner.bookings.Passage;
import org.lanerunner.bookings.RoadFactKind;
import org.lanerunner.geofencing.FenceWatch.Stop;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.tracking.Position;

/** A straight road to the east; metres from its first stop, seconds after dispatch. */
final class Road {

    static final double LATITUDE = 41.88;
    private static final double LONGITUDE = -87.63;
    private static final Instant DISPATCHED = Instant.parse("2026-11-20T08:00:00Z");

    private Road() {}

    static Instant at(long seconds) {
        return DISPATCHED.plusSeconds(seconds);
    }

    static double longitude(double meters) {
        return LONGITUDE
                + Math.toDegrees(meters / (GreatCircle.EARTH_RADIUS_METERS * Math.cos(Math.toRadians(LATITUDE))));
    }

    static Position fix(double meters, long seconds) {
        return new Position(at(seconds), LATITUDE, longitude(meters), null, null, null);
    }

    static Position fix(double eastMeters, double northMeters, long seconds) {
        return new Position(
                at(seconds),
                LATITUDE + Math.toDegrees(northMeters / GreatCircle.EARTH_RADIUS_METERS),
                longitude(eastMeters),
                5.0,
                null,
                null);
    }

    static Stop stop(double meters, FenceSettings settings) {
        return new Stop(new Fence(LATITUDE, longitude(meters), settings), null, null);
    }

    /** Ten steps of equal speed, the last one at the end. */
    static List<Position> drive(double from, double to, long start, long seconds) {
        List<Position> fixes = new ArrayList<>();
        for (int step = 0; step <= 10; step++) {
            fixes.add(fix(from + (to - from) * step / 10, start + seconds * step / 10));
        }
        return fixes;
    }

    /** A fix every ten seconds. */
    static List<Position> stand(double where, long start, long seconds) {
        List<Position> fixes = new ArrayList<>();
        for (long second = 0; second < seconds; second += 10) {
            fixes.add(fix(where, start + second));
        }
        return fixes;
    }

    static List<Passage> watch(List<Stop> stops, List<Position> fixes) {
        return watch(DISPATCHED, stops, FenceWatch.State.EMPTY, fixes).passages();
    }

    static FenceWatch watch(Instant dispatchedAt, List<Stop> stops, FenceWatch.State state, List<Position> fixes) {
        FenceWatch watch = new FenceWatch(dispatchedAt, stops, state);
        watch.follow(fixes);
        return watch;
    }

    /** The same in batches, each starting from the state and the knowledge that the one before left. */
    static List<Passage> watchInBatches(List<Stop> stops, List<Position> fixes, int size) {
        List<Passage> all = new ArrayList<>();
        FenceWatch.State state = FenceWatch.State.EMPTY;
        List<Stop> known = new ArrayList<>(stops);
        for (int from = 0; from < fixes.size(); from += size) {
            FenceWatch outcome =
                    watch(DISPATCHED, known, state, fixes.subList(from, Math.min(fixes.size(), from + size)));
            state = Geofencing.read(Geofencing.write(outcome.state()));
            for (Passage passage : outcome.passages()) {
                Stop stop = known.get(passage.stop());
                known.set(
                        passage.stop(),
                        passage.kind() == RoadFactKind.ARRIVAL
                                ? new Stop(stop.fence(), passage.at(), stop.departedAt())
                                : new Stop(stop.fence(), stop.arrivedAt(), passage.at()));
            }
            all.addAll(outcome.passages());
        }
        return all;
    }
}
