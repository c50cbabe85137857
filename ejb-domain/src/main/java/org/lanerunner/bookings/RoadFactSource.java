package org.lanerunner.bookings;

/**
 * The sources that tell of an arrival or departure, from the weakest to the strongest: an unseen departure is inferred from a later arrival, a fence confirms,
 * a person tells with a reason. Of several tellings of one fact, the latest one of the strongest source is in force.
 */
public enum RoadFactSource {
    INFERRED,
    FENCE,
    PERSON;

    /** True if a later telling by this source takes the place of one by the other. */
    boolean replaces(RoadFactSource other) {
        return compareTo(other) >= 0;
    }
}
