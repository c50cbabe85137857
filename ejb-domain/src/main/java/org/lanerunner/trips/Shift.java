package org.lanerunner.trips;

import java.time.Instant;
import java.util.UUID;

/**
 * The part of a trip that one driver drives one vehicle.
 *
 * @param from null for the first shift: all that the trip has at its beginning is that driver's
 * @param to the time before which the shift ends; null for the last one
 */
public record Shift(UUID driverId, UUID vehicleId, Instant from, Instant to) {

    public boolean covers(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }
}
