package org.lanerunner.shared;

import java.time.Instant;
import java.util.List;

/**
 * Tells what waits for the caller in one feature. Each feature that has tasks brings one. It asks itself for the permission of each kind of task, and reads all
 * tasks of a kind in one query.
 */
public interface WaitsFor {

    /** At most so many tasks of each kind, those with the nearest deadline. */
    List<Waiting> waiting(Caller caller, Instant now, int most);
}
