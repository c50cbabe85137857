package org.lanerunner.trips;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Refusal;

/**
 * The driver and the vehicle that are to do a trip.
 *
 * @param from on a trip that is under way: the time from which they drive, not in the future; now if left out
 */
public record AssignmentRequest(UUID driverId, UUID vehicleId, Instant from) {

    /** @throws Refusal INVALID unless both are named */
    void check() {
        if (driverId == null || vehicleId == null) {
            throw Refusal.invalid(driverId == null ? "/driverId" : "/vehicleId", "Name driver and vehicle.");
        }
    }
}
