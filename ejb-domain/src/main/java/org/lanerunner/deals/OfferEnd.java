package org.lanerunner.deals;

import java.time.Instant;

/**
 * The time when somebody answered an offer or took it back, and who that was, from the caller's side. Both are null where another offer won, its time ran out,
 * or nothing was recorded.
 */
public record OfferEnd(Instant at, EndedBy by) {

    public enum EndedBy {
        YOU,
        COLLEAGUE,
        OTHER_SIDE
    }
}
