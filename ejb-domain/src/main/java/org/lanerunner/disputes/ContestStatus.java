package org.lanerunner.disputes;

/** Where a contest stands. It ends by the buyer's word, the seller's or an administrator's. */
public enum ContestStatus {
    AWAITING_ANSWER,
    /** In the administrators' queue: answered, or not in time. */
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
