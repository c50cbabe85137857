package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * The events that wait to be sent. Aggregates lie in sixteen buckets. A relay claims buckets by locking their rows, and passes over those that others hold. So
 * many nodes relay side by side, and each aggregate's events still leave in order. A row is deleted only after the broker has its message. A crash in between
 * sends the message again, and the broker recognises it by its id.
 */
@NeedsNoPermission(because = "the system does it by itself on the way of events")
@Stateless
public class Outbox {

    /** Hands a batch to the broker and returns only when the broker has committed it. */
    @FunctionalInterface
    public interface Sender {
        void send(List<OutboxMessage> batch);
    }

    /** How many messages wait, and for how long the oldest. */
    public record Lag(long messages, Duration oldest) {}

    private static final int BUCKETS = 16;

    /**
     * The number of buckets that one relay holds at a time. It is enough for batches that are worth a commit, and never all, so that another node finds work.
     */
    private static final int BUCKETS_AT_ONCE = 8;

    /**
     * Finds the oldest rows by the index alone, and only then reads them, so that a long queue is not read anew for every batch. A row has a payload of its own
     * if it was written before rows referred to the log, or if its event is not logged. For all others the event is looked up by its time too, which tells its
     * month: both rows have the time of one transaction.
     */
    private static final String OLDEST = """
            SELECT m.bucket, m.id, m.topic, m.event_id, m.aggregate_id, m.sequence, m.payload, e.*
            FROM (SELECT o.bucket, o.id FROM unnest(?::int[]) AS claimed (bucket),
                    LATERAL (SELECT bucket, id FROM events.outbox WHERE bucket = claimed.bucket ORDER BY id LIMIT ?) o
                ORDER BY o.id LIMIT ?) oldest
            JOIN events.outbox m ON m.bucket = oldest.bucket AND m.id = oldest.id
            LEFT JOIN LATERAL (
                SELECT type, version, family, occurred_at, actor_id, organisation_id, readers, correlation_id, data
                FROM events.event WHERE id = m.event_id AND recorded_at = m.created_at LIMIT 1) e ON m.payload IS NULL
            ORDER BY m.id""";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    public Outbox() {}

    /** Is called by a relay that is not part of the application. */
    public Outbox(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    static int bucketOf(UUID aggregateId) {
        return Math.floorMod(aggregateId.hashCode(), BUCKETS);
    }

    /**
     * Claims the buckets that have waited longest, sends up to {@code limit} of their messages, oldest first, and deletes them, in one transaction of its own.
     *
     * @return the number sent; 0 when nothing waits that no other relay holds
     */
    @SuspendsTransaction(because = "only the relay calls it, on a thread of its own")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int relay(int limit, Sender sender) {
        Integer[] buckets =
                sql.query("""
                SELECT b.bucket FROM events.bucket b, LATERAL (SELECT id FROM events.outbox o WHERE o.bucket = b.bucket ORDER BY id LIMIT 1) oldest
                ORDER BY oldest.id LIMIT ? FOR UPDATE OF b SKIP LOCKED""", row -> row.getInt(1), BUCKETS_AT_ONCE).toArray(Integer[]::new);
        if (buckets.length == 0) {
            return 0;
        }
        List<OutboxMessage> batch = sql.query(
                OLDEST,
                row -> new OutboxMessage(
                        row.getInt("bucket"),
                        row.getLong("id"),
                        row.getString("topic"),
                        Sql.id(row, "event_id"),
                        Sql.id(row, "aggregate_id"),
                        row.getLong("sequence"),
                        message(row)),
                buckets,
                limit,
                limit);
        if (!batch.isEmpty()) {
            sender.send(batch);
            sql.update(
                    "DELETE FROM events.outbox o USING unnest(?::int[], ?::bigint[]) AS sent (bucket, id) WHERE o.bucket = sent.bucket AND o.id = sent.id",
                    batch.stream().map(OutboxMessage::bucket).toArray(Integer[]::new),
                    batch.stream().map(OutboxMessage::id).toArray(Long[]::new));
        }
        return batch.size();
    }

    private static String message(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        return payload == null ? EventRows.json(CloudEvent.of(row)) : payload;
    }

    public Lag lag() {
        Instant now = clock.instant();
        return sql.first("SELECT count(*) AS messages, min(created_at) AS oldest FROM events.outbox", row -> {
                    Instant oldest = Sql.instant(row, "oldest");
                    return new Lag(
                            row.getLong("messages"),
                            oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now));
                })
                .orElseThrow();
    }
}
