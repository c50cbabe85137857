package org.lanerunner.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Money;

class DomainEventTest {

    private final UUID booking = UUID.randomUUID();
    private final UUID trip = UUID.randomUUID();

    @Test
    void carriesIdsEnumsAmountsInstantsAndNumbers() {
        DomainEvent event = DomainEvent.of("booking.confirmed", booking)
                .with("tripId", trip)
                .with("price", Money.of("12.50", "USD"))
                .with("at", Instant.EPOCH)
                .with("kind", Thread.State.NEW)
                .with("roles", List.of(Thread.State.NEW))
                .with("stop", 1)
                .with("origin", "US-IL")
                .with("placeId", "city:4887398")
                .with("stops", List.of(EventData.none().with("number", 0).with("kind", Thread.State.NEW)))
                .with("nothing", null);
        assertEquals(
                Map.of(
                        "tripId",
                        trip.toString(),
                        "price",
                        Map.of("amount", "12.50", "currency", "USD"),
                        "at",
                        "1970-01-01T00:00:00Z",
                        "kind",
                        "NEW",
                        "roles",
                        List.of("NEW"),
                        "stop",
                        1,
                        "origin",
                        "US-IL",
                        "placeId",
                        "city:4887398",
                        "stops",
                        List.of(Map.of("number", 0, "kind", "NEW"))),
                event.data());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee",
                "ann@example.org",
                "12 Main St",
                "41.8,-87.6",
                "lower",
                "",
                "city:Chicago Heights",
                "mail:A"
            })
    void refusesFreeText(String text) {
        DomainEvent event = DomainEvent.of("booking.confirmed", booking);
        assertThrows(IllegalArgumentException.class, () -> event.with("note", text));
        assertThrows(IllegalArgumentException.class, () -> event.with("notes", List.of(text)));
        assertThrows(
                IllegalArgumentException.class,
                () -> event.with("stop", EventData.none().with("note", text)));
        assertThrows(IllegalArgumentException.class, () -> event.with("object", Map.of("a", text)));
    }

    @Test
    void refusesATypeWithoutSchema() {
        assertThrows(IllegalArgumentException.class, () -> DomainEvent.of("booking.vanished", booking));
    }

    @Test
    void involvesItsAggregateFirstAndEachReaderOnce() {
        UUID organisation = UUID.randomUUID();
        DomainEvent event = DomainEvent.of("booking.confirmed", booking)
                .involving(trip, null, booking)
                .readableBy(organisation, null, organisation);
        assertEquals(List.of(booking, trip), List.copyOf(event.subjects()));
        assertEquals(Set.of(organisation), event.readers());
    }

    @Test
    void staysAsItWas() {
        DomainEvent event = DomainEvent.of("booking.confirmed", booking);
        event.with("stop", 1).involving(trip);
        assertTrue(event.data().isEmpty());
        assertEquals(Set.of(booking), event.subjects());
    }

    @Test
    void bucketsSpreadAndStay() {
        Set<Integer> buckets = new java.util.TreeSet<>();
        for (int i = 0; i < 2_000; i++) {
            UUID id = org.lanerunner.shared.Uuid7.next();
            assertEquals(Outbox.bucketOf(id), Outbox.bucketOf(UUID.fromString(id.toString())));
            buckets.add(Outbox.bucketOf(id));
        }
        assertEquals(16, buckets.size());
    }
}
