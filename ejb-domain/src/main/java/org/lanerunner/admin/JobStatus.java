package org.lanerunner.admin;

/** The states of a job's run. A run that FAILED may be asked for again. */
public enum JobStatus {
    REQUESTED,
    RUNNING,
    DONE,
    FAILED
}
