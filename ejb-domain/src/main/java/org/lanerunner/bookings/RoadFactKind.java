package org.lanerunner.bookings;

/** The kinds of facts that are told of a stop. */
public enum RoadFactKind {
    ARRIVAL,
    DEPARTURE
}
