package org.lanerunner.trips;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * Who drove what on a trip, and when; only its carrier's office and its present driver see it.
 *
 * @param from as planned, until the trip has started
 * @param to null while they drive
 * @param assignedAt when it was said
 */
public record AssignmentView(
        UUID id,
        TripView.DriverName driver,
        TripView.VehicleName vehicle,
        Instant from,
        @Nullable Instant to,
        Instant assignedAt) {}
