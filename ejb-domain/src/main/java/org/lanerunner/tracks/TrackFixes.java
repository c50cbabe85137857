package org.lanerunner.tracks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.tracks.Track.Fix;

/**
 * Makes a vehicle's track of a file's points. It chooses the vehicle, the times, the order, and the fixes that a
 * vehicle can have made.
 *
 * <p>Jumps are found by chains. A fix joins the chain from whose last fix it can be reached; otherwise it begins a
 * chain of its own. The longest chain is the track. So a wild fix costs only itself, even as the first of a file, and
 * so does a burst of them. The speed limit is above that of airliners, since travellers carry parcels. Within
 * {@link #NOISE_METERS} nothing is a jump, since clocks are coarse and receivers noisy.
 */
final class TrackFixes {

    /** Nothing that is tracked here moves faster than this over ground. */
    static final int FASTEST_METERS_PER_SECOND = 340;

    private static final Instant FIRST_CREDIBLE = Instant.parse("1980-01-07T00:00:00Z");
    private static final double NOISE_METERS = 1000;
    private static final int MOST_CHAINS = 16;
    private static final int LEAST_ADVANCING_PERCENT = 10;

    private TrackFixes() {}

    static Track track(TrackSource source, String format, List<TrackPoint> points) {
        List<TrackPoint> ofVehicle = ofBusiestVehicle(points);
        List<Instant> times = withoutStrayEpochs(TrackClock.instants(ofVehicle));
        List<Fix> good = new ArrayList<>();
        for (int i = 0; i < ofVehicle.size(); i++) {
            TrackPoint point = ofVehicle.get(i);
            if (point.isGood()) {
                good.add(new Fix(point.latitude(), point.longitude(), times.get(i)));
            }
        }
        if (good.isEmpty()) {
            throw source.unreadable("has no good fix among its " + points.size() + " points (" + format + ")");
        }
        List<Fix> timed = new ArrayList<>(good);
        timed.removeIf(fix -> fix.time() == null);
        timed.sort(Comparator.comparing(Fix::time));
        boolean isTimed = timed.size() * 2 >= good.size() && advance(timed);
        List<Fix> fixes = isTimed ? withoutJumps(timed) : untimed(good);
        return new Track(
                source.name(), format, ofVehicle.get(0).vehicle(), isTimed, fixes, ofVehicle.size() - fixes.size());
    }

    /** Removes times of 1970 or 1980 among later ones: a receiver that has no time yet writes them. */
    private static List<Instant> withoutStrayEpochs(List<Instant> times) {
        long known = times.stream().filter(Objects::nonNull).count();
        long stray = times.stream()
                .filter(time -> time != null && time.isBefore(FIRST_CREDIBLE))
                .count();
        if (stray > 0 && stray * 2 < known) {
            times.replaceAll(time -> time == null || time.isBefore(FIRST_CREDIBLE) ? null : time);
        }
        return times;
    }

    private static List<TrackPoint> ofBusiestVehicle(List<TrackPoint> points) {
        Map<String, List<TrackPoint>> byVehicle = new LinkedHashMap<>();
        for (TrackPoint point : points) {
            byVehicle
                    .computeIfAbsent(point.vehicle() == null ? "" : point.vehicle(), v -> new ArrayList<>())
                    .add(point);
        }
        List<TrackPoint> busiest = points;
        long most = -1;
        for (List<TrackPoint> ofOne : byVehicle.values()) {
            long good = ofOne.stream().filter(TrackPoint::isGood).count();
            if (good > most) {
                busiest = ofOne;
                most = good;
            }
        }
        return busiest;
    }

    /** True if the times advance. Times that stand still, except for a second or a step in ten, tell nothing of the journey. */
    private static boolean advance(List<Fix> inTimeOrder) {
        if (inTimeOrder.size() < 2) {
            return false;
        }
        int advancing = 0;
        for (int i = 1; i < inTimeOrder.size(); i++) {
            if (inTimeOrder.get(i).time().isAfter(inTimeOrder.get(i - 1).time())) {
                advancing++;
            }
        }
        Duration span = Duration.between(
                inTimeOrder.get(0).time(),
                inTimeOrder.get(inTimeOrder.size() - 1).time());
        return span.toMillis() >= 1000 && advancing * 100L >= (inTimeOrder.size() - 1L) * LEAST_ADVANCING_PERCENT;
    }

    private static List<Fix> untimed(List<Fix> good) {
        List<Fix> fixes = new ArrayList<>(good.size());
        for (Fix fix : good) {
            fixes.add(new Fix(fix.latitude(), fix.longitude(), null));
        }
        return fixes;
    }

    private static List<Fix> withoutJumps(List<Fix> inTimeOrder) {
        List<List<Fix>> chains = new ArrayList<>();
        for (Fix fix : inTimeOrder) {
            List<Fix> joined = null;
            for (List<Fix> chain : chains) {
                if (reachable(chain.get(chain.size() - 1), fix) && (joined == null || chain.size() > joined.size())) {
                    joined = chain;
                }
            }
            if (joined == null) {
                joined = new ArrayList<>();
                if (chains.size() == MOST_CHAINS) {
                    chains.remove(shortest(chains));
                }
                chains.add(joined);
            }
            if (joined.isEmpty() || !joined.get(joined.size() - 1).equals(fix)) {
                joined.add(fix);
            }
        }
        return chains.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    }

    private static boolean reachable(Fix from, Fix to) {
        double seconds = Duration.between(from.time(), to.time()).toMillis() / 1e3;
        return GreatCircle.distanceMeters(from.latitude(), from.longitude(), to.latitude(), to.longitude())
                <= NOISE_METERS + FASTEST_METERS_PER_SECOND * seconds;
    }

    private static int shortest(List<List<Fix>> chains) {
        int shortest = 0;
        for (int i = 1; i < chains.size(); i++) {
            if (chains.get(i).size() < chains.get(shortest).size()) {
                shortest = i;
            }
        }
        return shortest;
    }
}
