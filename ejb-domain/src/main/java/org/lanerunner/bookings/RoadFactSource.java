package org.lanerunner.bookings;

/** Who says that a vehicle arrived or departed: a fence, a person with a reason, or a later arrival from which an unseen departure follows. */
public enum RoadFactSource {
    FENCE,
    PERSON,
    INFERRED
}
