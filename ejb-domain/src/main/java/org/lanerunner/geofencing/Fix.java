package org.lanerunner.geofencing;

import java.time.Duration;
import java.time.Instant;
import org.lanerunner.places.GreatCircle;

/** Where a vehicle was: degrees (WGS 84); accuracy in metres and speed may be unknown (null). */
record Fix(Instant at, double latitude, double longitude, Double accuracyMeters, Double speedMetersPerSecond) {

    /** Speeds are worked out from two fixes only where they are at most this far apart: between others a vehicle may have stood. */
    private static final Duration SPEED_GAP = Duration.ofSeconds(120);

    private static final double USUAL_ACCURACY_METERS = 5;

    double distanceMetersTo(double otherLatitude, double otherLongitude) {
        return GreatCircle.distanceMeters(latitude, longitude, otherLatitude, otherLongitude);
    }

    /** The speed that the device told, or what an earlier fix leaves of it after the noise of both; null where neither says. */
    Double speedAfter(Fix earlier) {
        if (speedMetersPerSecond != null || earlier == null || secondsSince(earlier) > SPEED_GAP.toSeconds()) {
            return speedMetersPerSecond;
        }
        double surely = distanceMetersTo(earlier.latitude, earlier.longitude) - noiseMeters() - earlier.noiseMeters();
        return Math.max(0, surely) / secondsSince(earlier);
    }

    double secondsSince(Fix earlier) {
        return Duration.between(earlier.at, at).toNanos() / 1e9;
    }

    private double noiseMeters() {
        return accuracyMeters == null ? USUAL_ACCURACY_METERS : accuracyMeters;
    }
}
