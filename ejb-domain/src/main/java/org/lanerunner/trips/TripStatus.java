package org.lanerunner.trips;

/** Where a trip stands: planned until its first dispatch, completed with its last delivery. */
public enum TripStatus {
    PLANNED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    boolean mayBecome(TripStatus next) {
        return switch (this) {
            case PLANNED -> next == IN_PROGRESS || next == CANCELLED;
            case IN_PROGRESS -> next == COMPLETED || next == PLANNED;
            case COMPLETED, CANCELLED -> false;
        };
    }
}
