package org.lanerunner.bookings;

/**
 * Who says that a vehicle arrived or departed, from the weakest to the strongest: a later arrival from which an unseen departure follows, a fence, a person with a
 * reason. Of several tellings of one fact the one in force is the latest of the strongest source.
 */
public enum RoadFactSource {
    INFERRED,
    FENCE,
    PERSON;

    /** Whether a later telling by this source takes the place of one by the other. */
    boolean replaces(RoadFactSource other) {
        return compareTo(other) >= 0;
    }
}
