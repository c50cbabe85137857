package org.lanerunner.trips;

/** Where a trip stands: planned until its first dispatch, completed with its last delivery. */
public enum TripStatus {
    PLANNED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED
}
