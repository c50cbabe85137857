package org.lanerunner.admin;

/** Where a run of a job stands; what FAILED may be asked for again. */
public enum JobStatus {
    REQUESTED,
    RUNNING,
    DONE,
    FAILED
}
