package org.lanerunner.bookings;

import java.time.Instant;
import org.lanerunner.events.EventData;

/**
 * A fact that is in force from now on.
 *
 * @param before the time that was in force before; null where nothing was known
 */
record Told(RoadFactKind kind, int stop, RoadFact fact, Instant before) {

    String eventType() {
        boolean corrects = before != null;
        return switch (kind) {
            case ARRIVAL -> corrects ? "booking.arrival-corrected" : "booking.arrived";
            case DEPARTURE -> corrects ? "booking.departure-corrected" : "booking.departed";
        };
    }

    /** The fact in the words of its event. */
    EventData facts() {
        EventData facts = EventData.none()
                .with("source", fact.source())
                .with("receivedAt", fact.receivedAt())
                .with("before", before);
        return kind == RoadFactKind.ARRIVAL ? facts.with("alreadyThere", fact.alreadyThere()) : facts;
    }
}
