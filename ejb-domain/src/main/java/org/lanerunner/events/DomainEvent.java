package org.lanerunner.events;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Uuid7;

/**
 * Something that happened in the business, such as {@code booking.confirmed}: its aggregate, everything it involves, the organisations that may read it, and
 * data, enough to build a warehouse from. It is immutable; each method answers a new one. Nothing in the log can be erased, so {@link EventData} are ids,
 * codes, amounts, times and numbers only: names, mails, addresses and coordinates must not be among them.
 */
public final class DomainEvent {

    private final UUID id;
    private final EventType type;
    private final UUID aggregateId;
    private final Instant occurredAt;
    private final Set<UUID> subjects;
    private final Set<UUID> readers;
    private final EventData data;

    private DomainEvent(
            UUID id,
            EventType type,
            UUID aggregateId,
            Instant occurredAt,
            Set<UUID> subjects,
            Set<UUID> readers,
            EventData data) {
        this.id = id;
        this.type = type;
        this.aggregateId = aggregateId;
        this.occurredAt = occurredAt;
        this.subjects = subjects;
        this.readers = readers;
        this.data = data;
    }

    /** @throws IllegalArgumentException for a type without a schema */
    public static DomainEvent of(String type, UUID aggregateId) {
        return new DomainEvent(
                Uuid7.next(), EventType.of(type), aggregateId, null, Set.of(aggregateId), Set.of(), EventData.none());
    }

    /** Adds what else it concerns, so that the event stands in the timeline of each. Nulls are passed over. */
    public DomainEvent involving(UUID... others) {
        return new DomainEvent(id, type, aggregateId, occurredAt, joined(subjects, others), readers, data);
    }

    /** Adds organisations that may read it. Nulls are passed over. */
    public DomainEvent readableBy(UUID... organisations) {
        return new DomainEvent(id, type, aggregateId, occurredAt, subjects, joined(readers, organisations), data);
    }

    /** Sets the time when it happened, if that was before now. Without it, the time of recording counts. */
    public DomainEvent occurredAt(Instant time) {
        return new DomainEvent(id, type, aggregateId, time, subjects, readers, data);
    }

    /** Adds a value as {@link EventData#with(String, Object)} does. */
    public DomainEvent with(String name, Object value) {
        return with(EventData.none().with(name, value));
    }

    public DomainEvent with(EventData more) {
        return new DomainEvent(id, type, aggregateId, occurredAt, subjects, readers, data.with(more));
    }

    public UUID id() {
        return id;
    }

    /** The type, such as {@code booking.confirmed}. */
    public String type() {
        return type.name();
    }

    public UUID aggregateId() {
        return aggregateId;
    }

    public Set<UUID> readers() {
        return readers;
    }

    public Set<UUID> subjects() {
        return subjects;
    }

    public Map<String, Object> data() {
        return data.asMap();
    }

    /** True if it is kept in the log; some events are only sent. */
    boolean isLogged() {
        return type.logged();
    }

    EventType eventType() {
        return type;
    }

    Instant occurredAtOr(Instant now) {
        return occurredAt == null ? now : occurredAt;
    }

    private static Set<UUID> joined(Set<UUID> some, UUID... others) {
        Set<UUID> all = new LinkedHashSet<>(some);
        for (UUID other : others) {
            if (other != null) {
                all.add(other);
            }
        }
        return Collections.unmodifiableSet(all);
    }
}
