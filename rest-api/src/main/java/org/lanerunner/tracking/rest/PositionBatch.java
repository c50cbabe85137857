package org.lanerunner.tracking.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Refusal;
import org.lanerunner.tracking.Position;

/**
 * The positions of one trip that a device sends, at most 1,000, in any order.
 *
 * @param tripId one of the caller's own trips; null for the one in progress
 */
public record PositionBatch(UUID tripId, List<Report> positions) {

    /**
     * One position.
     *
     * @param at when, by the device's clock, to the microsecond
     * @param latitude degrees (WGS 84)
     * @param longitude degrees
     * @param accuracyMeters one standard deviation; null or 0 where it is not known
     * @param speedMetersPerSecond null or below 0 where it is not known
     * @param headingDegrees 0 to 360 clockwise from north; null or below 0 where it is not known
     */
    public record Report(
            Instant at,
            Double latitude,
            Double longitude,
            Double accuracyMeters,
            Double speedMetersPerSecond,
            Double headingDegrees) {

        private Position at(String pointer) {
            return new Position(
                    needed(at, pointer + "/at"),
                    needed(latitude, pointer + "/latitude"),
                    needed(longitude, pointer + "/longitude"),
                    accuracyMeters,
                    speedMetersPerSecond,
                    headingDegrees);
        }
    }

    /** The positions for tracking. The whole batch is refused where one of them lacks its time or place. */
    List<Position> checked() {
        needed(positions, "/positions");
        List<Position> checked = new ArrayList<>(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            checked.add(needed(positions.get(i), "/positions/" + i).at("/positions/" + i));
        }
        return checked;
    }

    private static <T> T needed(T value, String pointer) {
        if (value == null) {
            throw Refusal.invalid(pointer, "This is missing.");
        }
        return value;
    }
}
