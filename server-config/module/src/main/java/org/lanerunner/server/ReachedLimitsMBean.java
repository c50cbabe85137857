package org.lanerunner.server;

/** How often each of the front door's limits was reached; the application adds it to its own count for the metrics. */
public interface ReachedLimitsMBean {

    /** @param limit as docs/operations/limits.md writes it; 0 for one that is not the door's */
    long reached(String limit);
}
