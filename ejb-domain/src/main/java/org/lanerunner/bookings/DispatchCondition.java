package org.lanerunner.bookings;

import java.time.Instant;

/**
 * Something that must hold before a vehicle sets out for a booking. Every feature may bring its own as an application-scoped bean; all are asked, in the
 * dispatch's transaction and in the order of their names, and the first that refuses decides.
 */
public interface DispatchCondition {

    /** Refuses, in words for the person who dispatches, or lets the dispatch pass. */
    void check(Agreement agreement, Instant dispatchedAt);
}
