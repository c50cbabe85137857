package org.lanerunner.vault;

/** The states of a resealing. */
public enum ResealingStatus {
    REQUESTED,
    RUNNING,
    DONE,
    FAILED
}
