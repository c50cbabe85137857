package org.lanerunner.bookings;

import java.time.Instant;

/**
 * Something that happened on the road.
 *
 * @param at when it happened
 * @param receivedAt when the server heard of it
 * @param alreadyThere the vehicle stood inside the fence at its first fix after dispatch
 * @param reason why a person says it by hand; null from a fence
 */
record RoadFact(Instant at, Instant receivedAt, RoadFactSource source, boolean alreadyThere, String reason) {

    static RoadFact byFence(Instant at, Instant receivedAt, boolean alreadyThere) {
        return new RoadFact(at, receivedAt, RoadFactSource.FENCE, alreadyThere, null);
    }

    static RoadFact byPerson(Instant at, Instant receivedAt, String reason) {
        return new RoadFact(at, receivedAt, RoadFactSource.PERSON, false, reason);
    }

    RoadFact inferred() {
        return new RoadFact(at, receivedAt, RoadFactSource.INFERRED, false, null);
    }
}
