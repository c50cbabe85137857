package org.lanerunner.deals;

import java.time.Instant;

/**
 * When somebody answered an offer or took it back, and who that was from the caller's side; null where another offer won, its time ran out, or nobody kept it.
 */
public record OfferEnd(Instant at, EndedBy by) {

    /** From the caller's side. */
    public enum EndedBy {
        YOU,
        COLLEAGUE,
        OTHER_SIDE
    }
}
