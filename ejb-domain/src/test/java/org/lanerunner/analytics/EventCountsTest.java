package org.lanerunner.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.shared.Uuid7;

class EventCountsTest {

    private static ReceivedEvent event(UUID subject, Instant time) {
        return new ReceivedEvent(
                UUID.randomUUID(), "booking.dispatched", 1, subject, 1, time, null, null, NullNode.getInstance());
    }

    @Test
    void nothingCountsBeforeTheThingItIsToldOfWasMade() {
        UUID booking = Uuid7.next();
        Instant made = Uuid7.madeAt(booking);
        assertEquals(made, EventCounts.countedAt(event(booking, made.minus(Duration.ofDays(2)))));
    }

    @Test
    void whatHappenedLaterCountsWhenItHappened() {
        UUID booking = Uuid7.next();
        Instant later = Uuid7.madeAt(booking).plus(Duration.ofHours(1));
        assertEquals(later, EventCounts.countedAt(event(booking, later)));
        assertEquals(Instant.EPOCH, EventCounts.countedAt(event(UUID.randomUUID(), Instant.EPOCH)));
    }
}
