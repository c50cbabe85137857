package org.lanerunner.bookings;

import java.time.Instant;

/** A vehicle arrived at a stop or departed from it, at the time of the first fix that shows so. */
public record Passage(int stop, Kind kind, Instant at, boolean alreadyThere) {

    /** Into the fence or out of it. */
    public enum Kind {
        ARRIVED,
        DEPARTED
    }
}
