package org.lanerunner.trips;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Refusal;

/**
 * Who is to drive what.
 *
 * @param from on a trip that is under way: from when, not in the future; now if left out
 */
public record AssignmentRequest(UUID driverId, UUID vehicleId, Instant from) {

    /** @throws Refusal INVALID unless both are named */
    void check() {
        if (driverId == null || vehicleId == null) {
            throw Refusal.invalid(driverId == null ? "/driverId" : "/vehicleId", "Name driver and vehicle.");
        }
    }
}
