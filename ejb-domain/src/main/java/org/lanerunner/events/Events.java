package org.lanerunner.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Sql;

/**
 * Publishes what happened: in the caller's transaction the event goes to the log and, as CloudEvents JSON, to the outbox, and who asked for it to the audit.
 * Nothing is sent here; the relay does so after the commit. Refuses to work without a transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Events {

    /** The sequence's row lock orders the events of an aggregate by commit. */
    private static final String EVENT = """
            numbered AS (
                INSERT INTO events.aggregate_sequence AS s (family, aggregate_id, last) SELECT ?, ?, 1
                ON CONFLICT (family, aggregate_id) DO UPDATE SET last = s.last + 1 RETURNING family, aggregate_id, last),
            logged AS (
                INSERT INTO events.event (id, type, version, family, aggregate_id, sequence, occurred_at, recorded_at, actor_id, organisation_id, readers,
                    subjects, correlation_id, data)
                SELECT ?, ?, ?, family, aggregate_id, last, ?, ?, ?, ?, ?, ?, ?, ?::jsonb FROM numbered)
            INSERT INTO events.outbox (bucket, topic, event_id, aggregate_id, sequence, payload, created_at)
            SELECT ?, ?, ?, aggregate_id, last, jsonb_set(?::jsonb, '{sequence}', to_jsonb(lpad(last::text, 12, '0')))::text, ? FROM numbered""";

    private static final String RECORD = "WITH " + EVENT;

    /** The first event of a command brings the audit row along, in one round trip. That row names all events: with each of them it would be n times n. */
    private static final String RECORD_WITH_AUDIT = "WITH audited AS (" + Audit.ENTER + "), " + EVENT;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sql sql;
    private Clock clock;
    private Event<EventsRecorded> recorded;

    public Events() {}

    @Inject
    Events(Sql sql, Clock clock, Event<EventsRecorded> recorded) {
        this.sql = sql;
        this.clock = clock;
        this.recorded = recorded;
    }

    public void publish(Caller caller, DomainEvent... events) {
        if (events.length == 0) {
            return;
        }
        Instant now = clock.instant();
        List<DomainEvent> inLockOrder = new ArrayList<>(List.of(events));
        inLockOrder.sort(Comparator.comparing(DomainEvent::aggregateId));
        Object[] audit = Audit.row(
                caller,
                events[0].type(),
                events[0].aggregateId(),
                Stream.of(events).map(DomainEvent::id).toList(),
                now);
        Object[] first = row(caller, inLockOrder.get(0), now);
        sql.update(
                RECORD_WITH_AUDIT, Stream.of(audit, first).flatMap(Stream::of).toArray());
        sql.batch(
                RECORD,
                inLockOrder.stream()
                        .skip(1)
                        .map(event -> row(caller, event, now))
                        .toList());
        recorded.fire(new EventsRecorded(List.of(events)));
    }

    private static Object[] row(Caller caller, DomainEvent event, Instant now) {
        EventType type = event.eventType();
        Instant occurredAt = event.occurredAtOr(now);
        String correlationId = Correlation.id();
        return new Object[] {
            type.family(),
            event.aggregateId(),
            event.id(),
            type.name(),
            type.version(),
            occurredAt,
            now,
            caller.personId(),
            caller.organisationId(),
            event.readers().toArray(UUID[]::new),
            event.subjects().toArray(UUID[]::new),
            correlationId,
            json(event.data()),
            Outbox.bucketOf(event.aggregateId()),
            type.topic(),
            event.id(),
            json(CloudEvent.of(caller, event, occurredAt, correlationId)),
            now
        };
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event that is no JSON", impossible);
        }
    }
}
