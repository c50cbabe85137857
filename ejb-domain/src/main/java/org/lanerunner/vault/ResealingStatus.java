package org.lanerunner.vault;

/** Where a resealing stands. */
public enum ResealingStatus {
    REQUESTED,
    RUNNING,
    DONE,
    FAILED
}
