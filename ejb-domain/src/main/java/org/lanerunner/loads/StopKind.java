package org.lanerunner.loads;

/** What is done at a stop. */
public enum StopKind {
    PICKUP,
    DELIVERY
}
