package org.lanerunner.trips;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A driver and a vehicle of a trip, and when they drove. Only the carrier's office and the trip's present driver see it.
 *
 * @param from the planned time, until the trip has started
 * @param to null while they drive
 * @param assignedAt when they were named
 */
public record AssignmentView(
        UUID id,
        TripView.DriverName driver,
        TripView.VehicleName vehicle,
        Instant from,
        @Nullable Instant to,
        Instant assignedAt) {}
