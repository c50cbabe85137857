package org.lanerunner.loads;

/** FULL takes the vehicle's whole capacity on its segments, PARTIAL only the cargo's own. */
public enum CargoMode {
    FULL,
    PARTIAL
}
