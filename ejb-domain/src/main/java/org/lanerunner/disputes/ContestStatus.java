package org.lanerunner.disputes;

/** The states of a contest. The buyer, the seller or an administrator ends it. */
public enum ContestStatus {
    AWAITING_ANSWER,
    /** The contest is in the administrators' queue: the seller has answered, or has not in time. */
    AWAITING_DECISION,
    /** The buyer accepts the delivery after all. */
    WITHDRAWN,
    /** The seller gives the money back. */
    CONCEDED,
    RELEASED,
    REFUNDED;

    public boolean over() {
        return switch (this) {
            case AWAITING_ANSWER, AWAITING_DECISION -> false;
            case WITHDRAWN, CONCEDED, RELEASED, REFUNDED -> true;
        };
    }
}
