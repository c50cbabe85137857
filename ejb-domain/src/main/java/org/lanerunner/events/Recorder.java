package org.lanerunner.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * Writes all that a transaction has told, right before it commits and in one statement: the events to log and outbox with their sequence numbers, and one row
 * to the audit. The rows of the sequences are locked there and nowhere else, all of a transaction's at once and in one order, so no two transactions wait for
 * each other's. If the database refuses any of it, everything is rolled back.
 */
@ApplicationScoped
class Recorder {

    /**
     * The lock on a sequence's row orders the events of an aggregate by commit. For a logged event the outbox only refers to the log. For one that is not
     * logged the outbox has a message, and the sequence is put before its last brace as text, since parsing costs more.
     */
    private static final String RECORD = """
            WITH told AS (
                SELECT * FROM unnest(?::integer[], ?::integer[], ?::uuid[], ?::text[], ?::integer[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[],
                    ?::text[], ?::text[], ?::text[], ?::boolean[], ?::integer[], ?::text[], ?::text[])
                AS t (place, of_aggregate, id, type, version, family, aggregate_id, occurred_at, actor_id, organisation_id, readers, subjects, data, logged, bucket,
                    topic, message)),
            numbered AS (
                INSERT INTO events.aggregate_sequence AS s (family, aggregate_id, last)
                SELECT family, aggregate_id, of_aggregate FROM told WHERE place = 1 ORDER BY family, aggregate_id
                ON CONFLICT (family, aggregate_id) DO UPDATE SET last = s.last + excluded.last RETURNING family, aggregate_id, last),
            placed AS (
                SELECT t.*, s.last - t.of_aggregate + t.place AS sequence
                FROM told t JOIN numbered s ON s.family = t.family AND s.aggregate_id = t.aggregate_id),
            logged AS (
                INSERT INTO events.event (id, type, version, family, aggregate_id, sequence, occurred_at, recorded_at, actor_id, organisation_id, readers,
                    subjects, correlation_id, data)
                SELECT id, type, version, family, aggregate_id, sequence, occurred_at::timestamptz, ?, actor_id, organisation_id, readers::uuid[],
                    subjects::uuid[], ?, data::jsonb FROM placed WHERE logged),
            audited AS (
                INSERT INTO audit.entry (id, at, principal, principal_id, organisation_id, session_id, action, subject_id, call, correlation_id, event_ids, changes, origin,
                    impersonated_by)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::bytea, ? WHERE ?)
            INSERT INTO events.outbox (bucket, topic, event_id, aggregate_id, sequence, payload, created_at)
            SELECT bucket, topic, id, aggregate_id, sequence,
                left(message, -1) || ',"sequence":"' || lpad(sequence::text, 12, '0') || '"}', ? FROM placed ORDER BY id""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private TransactionSynchronizationRegistry transaction;
    private EntityManager entities;
    private Sql sql;
    private PersonKeys keys;
    private Clock clock;

    Recorder() {}

    @Inject
    Recorder(Sql sql, PersonKeys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    @Resource
    void setTransaction(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    @PersistenceContext(unitName = "lanerunner")
    void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    /** What the present transaction has told so far; it is written when the transaction commits. */
    Gathered gathered() {
        return Gathered.of(transaction);
    }

    void writeAtCommit(Gathered gathered) {
        if (gathered.begins()) {
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    write(gathered);
                }

                @Override
                public void afterCompletion(int status) {
                    // if the transaction rolled back, all that it told is gone with it
                }
            });
        }
    }

    /** Entities are flushed first: so what the database refuses of them it refuses before, and the audit names what they changed. */
    private void write(Gathered gathered) {
        entities.flush();
        gathered.written();
        Instant now = clock.instant();
        String correlationId = gathered.correlationId();
        Object[] logged = {now, correlationId};
        Object[] sent = {now};
        sql.update(
                RECORD,
                Stream.of(EventRows.of(gathered.told(), correlationId), logged, audit(gathered, now), sent)
                        .flatMap(Stream::of)
                        .toArray());
    }

    private Object[] audit(Gathered gathered, Instant now) {
        Gathered.Entry entry = gathered.entry();
        if (entry == null) {
            return new Object[] {
                null, now, null, null, null, null, null, null, null, null, null, null, null, null, false
            };
        }
        Principal principal = entry.caller().principal();
        UUID id = Uuid7.next();
        return new Object[] {
            id,
            now,
            principal.kind(),
            principal.actor().orElse(null),
            entry.caller().organisationId(),
            principal.session().orElse(null),
            entry.action(),
            entry.subject(),
            entry.call(),
            gathered.correlationId(),
            EventRows.loggedIds(gathered.told()),
            json(keys.sealed(gathered.changes())),
            origin(gathered, principal, id),
            principal.impersonator().orElse(null),
            true
        };
    }

    /** The sealed origin; null for what happens by itself. */
    private byte[] origin(Gathered gathered, Principal principal, UUID id) {
        return gathered.origin() == null || principal.actor().isEmpty()
                ? null
                : keys.sealedOrigin(principal.actor().get(), id, gathered.origin());
    }

    private static String json(List<?> changes) {
        try {
            return JSON.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("changes that are no JSON", impossible);
        }
    }
}
