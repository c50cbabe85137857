package org.lanerunner.geofencing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.tracking.Position;

/**
 * The circle around a stop. A position is never exact, so the circle has a border zone in which nothing is decided. An arrival needs fixes well inside. A
 * departure needs fixes that are well outside even after the reported accuracy is taken off. The zone is 25 m wide to either side, or half the radius for small
 * fences.
 */
record Fence(double latitude, double longitude, FenceSettings settings) {

    private static final double BORDER_METERS = 25;

    /** Three times the reported accuracy (one standard deviation) covers nearly every true position. */
    private static final double SURE_FACTOR = 3;

    /** Between two fixes that are further apart in time, nothing is known of the way. */
    private static final Duration LONGEST_CROSSING = Duration.ofMinutes(10);

    private static final double LONGEST_CROSSING_METERS = 50_000;

    /** The time that the straight way between two fixes spent in a fence. */
    record Crossing(Instant enteredAt, Instant leftAt) {}

    boolean holds(Position fix) {
        return distanceMeters(fix) <= settings.radiusMeters();
    }

    /** True if the fix is inside beyond doubt, and the vehicle too slow to be driving by. A fix less accurate than the fence is wide proves nothing. */
    boolean provesStay(Position earlier, Position fix) {
        double accuracy = fix.accuracyMeters() == null ? 0 : fix.accuracyMeters();
        double doubt = Math.min(settings.radiusMeters() / 2, Math.max(borderMeters(), SURE_FACTOR * accuracy));
        if (accuracy > settings.radiusMeters() || distanceMeters(fix) > settings.radiusMeters() - doubt) {
            return false;
        }
        Double speed = fix.speedAfter(earlier);
        return speed == null || speed <= settings.maxSpeedMetersPerSecond();
    }

    /** True if the fix is outside beyond doubt. */
    boolean provesAbsence(Position fix) {
        double accuracy = fix.accuracyMeters() == null ? 0 : fix.accuracyMeters();
        return distanceMeters(fix) - accuracy > settings.radiusMeters() + borderMeters();
    }

    /** True if the two fences have no point in common, so a vehicle in one has left the other. */
    boolean apartFrom(Fence other) {
        double between = GreatCircle.distanceMeters(latitude, longitude, other.latitude, other.longitude);
        return between > settings.radiusMeters() + other.settings.radiusMeters();
    }

    /**
     * A visit between two fixes outside, if the straight way between them leads well through this fence; otherwise null. Only a fence that trusts a single fix
     * trusts such a guess, and only where the vehicle was slow enough all the way.
     */
    Crossing crossing(Position from, Position to) {
        Duration gap = Duration.between(from.at(), to.at());
        double meters = from.distanceMetersTo(to.latitude(), to.longitude());
        boolean plausible = settings.confirmFixes() == 1
                && gap.compareTo(LONGEST_CROSSING) <= 0
                && meters <= LONGEST_CROSSING_METERS
                && meters / to.secondsSince(from) <= settings.maxSpeedMetersPerSecond();
        return plausible ? crossing(from, to, gap) : null;
    }

    private Crossing crossing(Position from, Position to, Duration gap) {
        double startX = eastMeters(from);
        double startY = northMeters(from);
        double wayX = eastMeters(to) - startX;
        double wayY = northMeters(to) - startY;
        double lengthSquared = wayX * wayX + wayY * wayY;
        if (lengthSquared == 0) {
            return null;
        }
        double nearest = -(startX * wayX + startY * wayY) / lengthSquared;
        double nearestSquared = square(startX + nearest * wayX) + square(startY + nearest * wayY);
        if (nearest <= 0 || nearest >= 1 || nearestSquared > square(settings.radiusMeters() - borderMeters())) {
            return null;
        }
        double half = Math.sqrt((square(settings.radiusMeters()) - nearestSquared) / lengthSquared);
        Instant enteredAt = along(from, gap, Math.max(0, nearest - half));
        Instant leftAt = along(from, gap, Math.min(1, nearest + half));
        boolean longEnough =
                Duration.between(enteredAt, leftAt).compareTo(Duration.ofSeconds(settings.confirmSeconds())) >= 0;
        return longEnough && leftAt.isAfter(enteredAt) ? new Crossing(enteredAt, leftAt) : null;
    }

    private double distanceMeters(Position fix) {
        return fix.distanceMetersTo(latitude, longitude);
    }

    private double borderMeters() {
        return Math.min(BORDER_METERS, settings.radiusMeters() / 2);
    }

    private double eastMeters(Position fix) {
        double degrees = Math.IEEEremainder(fix.longitude() - longitude, 360);
        return Math.toRadians(degrees) * Math.cos(Math.toRadians(latitude)) * GreatCircle.EARTH_RADIUS_METERS;
    }

    private double northMeters(Position fix) {
        return Math.toRadians(fix.latitude() - latitude) * GreatCircle.EARTH_RADIUS_METERS;
    }

    private static Instant along(Position from, Duration gap, double part) {
        return from.at().plusNanos(Math.round(gap.toNanos() * part)).truncatedTo(ChronoUnit.MICROS);
    }

    private static double square(double value) {
        return value * value;
    }
}
