package org.lanerunner.geofencing;

import java.time.Instant;

/** A vehicle arrived at a stop or departed from it, at the time of the first fix that shows so. */
record Passage(int stop, Kind kind, Instant at, boolean alreadyThere) {

    enum Kind {
        ARRIVED,
        DEPARTED
    }
}
