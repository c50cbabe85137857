package org.lanerunner.tracks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.tracks.Track.Fix;

/**
 * A recorded track as a journey that a load can make. It is picked up at the first good fix and delivered at the fix
 * with the greatest great-circle distance from it, and its times are shifted so that the last fix is now. An untimed
 * track is driven at {@link #STATED_SPEED_METERS_PER_SECOND}. No two fixes have the same time: those that share one in
 * the recording are set a millisecond apart, so that none is taken for a repeat of another.
 *
 * <p>Fewer than {@value #FEWEST_GOOD_FIXES} good fixes are refused, and so is an extent of less than
 * {@value #SMALLEST_EXTENT_METERS} m, where pickup and delivery could not be told apart.
 */
public final class Journey {

    /** The speed at which a track without usable times is driven: 50 km/h, the usual limit in towns. */
    public static final double STATED_SPEED_METERS_PER_SECOND = 50 / 3.6;

    private static final int FEWEST_GOOD_FIXES = 10;
    private static final int SMALLEST_EXTENT_METERS = 100;
    private static final double WIDEST_FENCE_METERS = 200;
    private static final Duration LEAST_STEP = Duration.ofMillis(1);

    private final Track track;
    private final List<Fix> fixes;
    private final int deliveryIndex;
    private final double extentMeters;

    private Journey(Track track, List<Fix> fixes, int deliveryIndex, double extentMeters) {
        this.track = track;
        this.fixes = List.copyOf(fixes);
        this.deliveryIndex = deliveryIndex;
        this.extentMeters = extentMeters;
    }

    /** The journey along a track that ends now; throws {@link TrackUnreadable} where the track allows none. */
    public static Journey along(Track track, Instant now) {
        List<Fix> fixes = track.fixes();
        if (fixes.size() < FEWEST_GOOD_FIXES) {
            throw new TrackUnreadable(String.format(
                    Locale.ROOT,
                    "%s: has only %d good %s (%s); a journey needs at least %d",
                    track.name(),
                    fixes.size(),
                    fixes.size() == 1 ? "fix" : "fixes",
                    track.format(),
                    FEWEST_GOOD_FIXES));
        }
        int farthest = 0;
        double extentMeters = 0;
        for (int i = 1; i < fixes.size(); i++) {
            double meters = meters(fixes.get(0), fixes.get(i));
            if (meters > extentMeters) {
                extentMeters = meters;
                farthest = i;
            }
        }
        if (extentMeters < SMALLEST_EXTENT_METERS) {
            throw new TrackUnreadable(String.format(
                    Locale.ROOT,
                    "%s: gets only %.0f m away from its first fix; a journey needs at least %d m",
                    track.name(),
                    Math.floor(extentMeters),
                    SMALLEST_EXTENT_METERS));
        }
        List<Fix> distinct = stepping(track.timed() ? fixes : driven(fixes));
        return new Journey(track, endingAt(distinct, now.truncatedTo(ChronoUnit.MILLIS)), farthest, extentMeters);
    }

    public Track track() {
        return track;
    }

    /** All fixes, in time order with distinct times. */
    public List<Fix> fixes() {
        return fixes;
    }

    public Fix pickup() {
        return fixes.get(0);
    }

    public Fix delivery() {
        return fixes.get(deliveryIndex);
    }

    /** The place of the delivery in {@link #fixes()}. */
    public int deliveryIndex() {
        return deliveryIndex;
    }

    /** Great-circle distance from pickup to delivery. */
    public double extentMeters() {
        return extentMeters;
    }

    /** Radius of the fences around both stops; a quarter of the extent at most, so that they never touch. */
    public double fenceRadiusMeters() {
        return Math.min(WIDEST_FENCE_METERS, extentMeters / 4);
    }

    public Instant startsAt() {
        return fixes.get(0).time();
    }

    public Instant endsAt() {
        return fixes.get(fixes.size() - 1).time();
    }

    /** The way along all fixes, which is longer than the extent. */
    public double lengthMeters() {
        double length = 0;
        for (int i = 1; i < fixes.size(); i++) {
            length += meters(fixes.get(i - 1), fixes.get(i));
        }
        return length;
    }

    private static List<Fix> driven(List<Fix> fixes) {
        List<Fix> driven = new ArrayList<>(fixes.size());
        double metersSoFar = 0;
        for (int i = 0; i < fixes.size(); i++) {
            metersSoFar += i == 0 ? 0 : meters(fixes.get(i - 1), fixes.get(i));
            long millis = Math.round(metersSoFar / STATED_SPEED_METERS_PER_SECOND * 1000);
            driven.add(fixes.get(i).at(Instant.EPOCH.plusMillis(millis)));
        }
        return driven;
    }

    private static List<Fix> stepping(List<Fix> fixes) {
        List<Fix> stepping = new ArrayList<>(fixes.size());
        Instant earliest = Instant.MIN;
        for (Fix fix : fixes) {
            Instant time = fix.time().truncatedTo(ChronoUnit.MILLIS);
            Instant distinct = time.isBefore(earliest) ? earliest : time;
            stepping.add(fix.at(distinct));
            earliest = distinct.plus(LEAST_STEP);
        }
        return stepping;
    }

    private static List<Fix> endingAt(List<Fix> fixes, Instant end) {
        Duration shift = Duration.between(fixes.get(fixes.size() - 1).time(), end);
        List<Fix> shifted = new ArrayList<>(fixes.size());
        for (Fix fix : fixes) {
            shifted.add(fix.at(fix.time().plus(shift)));
        }
        return shifted;
    }

    private static double meters(Fix from, Fix to) {
        return GreatCircle.distanceMeters(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    }
}
