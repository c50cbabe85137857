package org.lanerunner.tracking;

import jakarta.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import org.lanerunner.places.GreatCircle;

/**
 * A fix as a device reports it. Some values mean that the device does not know the field: a speed or a heading below zero (iOS), or an accuracy of zero
 * (Android). They are taken as unknown, and the place still counts. An accuracy below zero is different: by it iOS says that the place itself is not valid.
 *
 * @param at when the device was there, by its own clock
 * @param latitude degrees (WGS 84), north positive
 * @param longitude degrees, east positive
 * @param accuracyMeters one standard deviation, or null
 * @param speedMetersPerSecond over ground, or null
 * @param headingDegrees 0 to 360, clockwise from north, or null
 */
public record Position(
        Instant at,
        double latitude,
        double longitude,
        @Nullable Double accuracyMeters,
        @Nullable Double speedMetersPerSecond,
        @Nullable Double headingDegrees) {

    public Position {
        accuracyMeters = accuracyMeters != null && accuracyMeters == 0 ? null : accuracyMeters;
        speedMetersPerSecond = speedMetersPerSecond != null && speedMetersPerSecond < 0 ? null : speedMetersPerSecond;
        headingDegrees = headingDegrees != null && headingDegrees < 0 ? null : headingDegrees;
    }

    /** A speed is worked out from two positions only if they are at most this far apart: in a longer time the vehicle may have stood still. */
    private static final Duration SPEED_GAP = Duration.ofSeconds(120);

    private static final double USUAL_ACCURACY_METERS = 5;

    public double distanceMetersTo(double otherLatitude, double otherLongitude) {
        return GreatCircle.distanceMeters(latitude, longitude, otherLatitude, otherLongitude);
    }

    public double secondsSince(Position earlier) {
        return Duration.between(earlier.at, at).toNanos() / 1e9;
    }

    /** The speed that the device told. Without it, the speed from an earlier position, after the noise of both is taken off; null where neither gives one. */
    public Double speedAfter(Position earlier) {
        if (speedMetersPerSecond != null || earlier == null || secondsSince(earlier) > SPEED_GAP.toSeconds()) {
            return speedMetersPerSecond;
        }
        double surely = distanceMetersTo(earlier.latitude, earlier.longitude) - noiseMeters() - earlier.noiseMeters();
        return Math.max(0, surely) / secondsSince(earlier);
    }

    /** The fault of the position in itself, or null. */
    PositionFault fault() {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            return PositionFault.COORDINATES;
        }
        if (latitude == 0 && longitude == 0) {
            return PositionFault.NO_FIX;
        }
        if (!within(accuracyMeters, 1_000_000)) {
            return PositionFault.ACCURACY;
        }
        if (!within(speedMetersPerSecond, 1_000)) {
            return PositionFault.SPEED;
        }
        return within(headingDegrees, 360) ? null : PositionFault.HEADING;
    }

    private double noiseMeters() {
        return accuracyMeters == null ? USUAL_ACCURACY_METERS : accuracyMeters;
    }

    private static boolean within(Double value, double most) {
        return value == null || (value >= 0 && value <= most);
    }
}
