package org.lanerunner.bookings;

import java.time.Instant;
import org.lanerunner.events.EventData;

/**
 * A fact of a stop that is not in force any more, since who told it took it back.
 *
 * @param at the time that was in force
 */
record TakenBack(RoadFactKind kind, int stop, Instant at, RoadFactSource source) {

    String eventType() {
        return kind == RoadFactKind.ARRIVAL ? "booking.arrival-withdrawn" : "booking.departure-withdrawn";
    }

    /** As its event tells of it. */
    EventData facts() {
        return EventData.none().with("source", source).with("before", at);
    }
}
