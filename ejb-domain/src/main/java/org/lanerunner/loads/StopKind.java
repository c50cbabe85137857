package org.lanerunner.loads;

/** The kinds of stops, by what is done there. */
public enum StopKind {
    PICKUP,
    DELIVERY
}
