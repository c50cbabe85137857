package org.lanerunner.shared;

import java.time.Instant;
import java.util.List;

/**
 * What of a feature waits for the caller. Each feature that has such brings one; it asks itself for the permission of each kind of task, and for all tasks of a kind in one
 * query.
 */
public interface WaitsFor {

    /** Of each kind at most so many, those with the nearest deadline. */
    List<Waiting> waiting(Caller caller, Instant now, int most);
}
