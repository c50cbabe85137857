package org.lanerunner.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Uuid7;

/**
 * Something that happened in the business, such as {@code booking.confirmed}: its aggregate, everything it involves, the organisations that may read it, and
 * data. Immutable; each method answers a new one. Nothing in the log can be erased, so data are ids, enums, amounts, instants and numbers only: text is
 * refused unless it is a code, and names, mails, addresses and coordinates have no place here.
 */
public final class DomainEvent {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final UUID id;
    private final EventType type;
    private final UUID aggregateId;
    private final Instant occurredAt;
    private final Set<UUID> subjects;
    private final Set<UUID> readers;
    private final Map<String, Object> data;

    private DomainEvent(
            UUID id,
            EventType type,
            UUID aggregateId,
            Instant occurredAt,
            Set<UUID> subjects,
            Set<UUID> readers,
            Map<String, Object> data) {
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
                Uuid7.next(), EventType.of(type), aggregateId, null, Set.of(aggregateId), Set.of(), Map.of());
    }

    /** What else it concerns: the event stands in the timeline of each. Nulls are passed over. */
    public DomainEvent involving(UUID... others) {
        return new DomainEvent(id, type, aggregateId, occurredAt, joined(subjects, others), readers, data);
    }

    /** The organisations that may read it. Nulls are passed over. */
    public DomainEvent readableBy(UUID... organisations) {
        return new DomainEvent(id, type, aggregateId, occurredAt, subjects, joined(readers, organisations), data);
    }

    /** When it happened, if that was before now; without it, the time of recording. */
    public DomainEvent occurredAt(Instant time) {
        return new DomainEvent(id, type, aggregateId, time, subjects, readers, data);
    }

    /** @param value an id, enum, amount, instant, date, number, boolean or code, or a collection of them; null leaves the name out */
    public DomainEvent with(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(name, plain(name, value));
        return new DomainEvent(id, type, aggregateId, occurredAt, subjects, readers, Collections.unmodifiableMap(more));
    }

    public UUID id() {
        return id;
    }

    /** Such as {@code booking.confirmed}. */
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
        return data;
    }

    /** Whether it is kept; some are only sent. */
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

    private static Object plain(String name, Object value) {
        if (value instanceof Collection<?> several) {
            List<Object> values = new ArrayList<>();
            several.forEach(one -> values.add(plain(name, one)));
            return values;
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        if (value instanceof UUID || value instanceof Instant || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof Money money) {
            return Map.of("amount", money.amount(), "currency", money.currency());
        }
        if (value instanceof Number
                || value instanceof Boolean
                || (value instanceof String text && CODE.matcher(text).matches())) {
            return value;
        }
        throw new IllegalArgumentException(name + " is free text or an object, which no event may carry");
    }
}
