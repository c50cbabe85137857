package org.lanerunner.bookings;

import java.time.Instant;
import org.lanerunner.events.EventData;

/**
 * A fact of a stop that is not in force any more, since its teller took it back.
 *
 * @param at the time that was in force
 */
record TakenBack(RoadFactKind kind, int stop, Instant at, RoadFactSource source) {

    String eventType() {
        return kind == RoadFactKind.ARRIVAL ? "booking.arrival-withdrawn" : "booking.departure-withdrawn";
    }

    /** The fact in the words of its event. */
    EventData facts() {
        return EventData.none().with("source", source).with("before", at);
    }
}
