package org.lanerunner.disputes;

/** What a buyer has against a delivery, in a word; the rest is said in the buyer's own. */
public enum ContestReason {
    DAMAGED,
    MISSING,
    NOT_DELIVERED,
    WRONG_PLACE,
    LATE,
    OTHER
}
