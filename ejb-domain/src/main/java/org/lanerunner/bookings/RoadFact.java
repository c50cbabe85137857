package org.lanerunner.bookings;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened on the road, as somebody tells it.
 *
 * @param at when it happened
 * @param receivedAt when the server heard of it
 * @param alreadyThere the vehicle stood inside the fence at its first fix after dispatch
 * @param reason why a person tells it by hand; null from a fence
 * @param personId the person who tells it by hand; null from a fence
 */
record RoadFact(
        Instant at, Instant receivedAt, RoadFactSource source, boolean alreadyThere, String reason, UUID personId) {

    static RoadFact byFence(Instant at, Instant receivedAt, boolean alreadyThere) {
        return new RoadFact(at, receivedAt, RoadFactSource.FENCE, alreadyThere, null, null);
    }

    static RoadFact byPerson(UUID personId, Instant at, Instant receivedAt, String reason) {
        return new RoadFact(at, receivedAt, RoadFactSource.PERSON, false, reason, personId);
    }

    RoadFact inferred() {
        return new RoadFact(at, receivedAt, RoadFactSource.INFERRED, false, null, null);
    }
}
