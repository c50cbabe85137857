package org.lanerunner.disputes;

/** What a buyer has against a delivery, in one word. The buyer's own words say the rest. */
public enum ContestReason {
    DAMAGED,
    MISSING,
    NOT_DELIVERED,
    WRONG_PLACE,
    LATE,
    OTHER
}
