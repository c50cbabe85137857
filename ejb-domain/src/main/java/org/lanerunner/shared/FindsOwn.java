package org.lanerunner.shared;

import java.util.List;

/** What a feature finds of the caller's own by a reference or a place. Each feature that gives references brings one; it asks itself what the caller may see. */
public interface FindsOwn {

    /** At most so many, the newest first. */
    List<Found> find(Caller caller, Wanted wanted, int limit);
}
