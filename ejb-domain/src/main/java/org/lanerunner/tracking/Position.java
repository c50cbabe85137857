package org.lanerunner.tracking;

import java.time.Instant;

/**
 * A fix as a device reports it.
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
        Double accuracyMeters,
        Double speedMetersPerSecond,
        Double headingDegrees) {

    /** What is wrong with it in itself, or null. */
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

    private static boolean within(Double value, double most) {
        return value == null || (value >= 0 && value <= most);
    }
}
