package org.lanerunner.trips;

/** The states of a trip: planned until its first dispatch, completed with its last delivery. */
public enum TripStatus {
    PLANNED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED
}
