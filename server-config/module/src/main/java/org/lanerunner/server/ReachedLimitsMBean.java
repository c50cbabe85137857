package org.lanerunner.server;

/** How often each of the front door's limits was reached; the application adds it to its own count for the metrics. */
public interface ReachedLimitsMBean {

    /** @param limit the word for it in docs/operations/limits.md. @return 0 for a limit that the front door does not have */
    long reached(String limit);
}
