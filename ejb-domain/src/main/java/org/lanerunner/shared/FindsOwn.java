package org.lanerunner.shared;

import java.util.List;

/**
 * Finds things of the caller's own in one feature, by a reference or a place. Each feature that gives references brings one. It asks itself what the caller may
 * see.
 */
public interface FindsOwn {

    /** At most this many, newest first. */
    List<Found> find(Caller caller, Wanted wanted, int limit);
}
