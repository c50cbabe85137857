package org.lanerunner.bookings;

/** What is told of a stop. */
public enum RoadFactKind {
    ARRIVAL,
    DEPARTURE
}
