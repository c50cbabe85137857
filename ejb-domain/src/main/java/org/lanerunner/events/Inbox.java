package org.lanerunner.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Sql;

/** Lets a consumer act once on each event. There is a row for each event that it has met, written in the transaction of what it does about it. */
@NeedsNoPermission(because = "the system does it by itself on the way of events")
@ApplicationScoped
public class Inbox {

    /** The broker never delivers an event again that is older than this. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** True if the consumer meets the event for the first time, and may act on it. A second delivery at the same time waits for the first. */
    boolean isFirst(String consumer, UUID eventId) {
        return sql.update("""
                        INSERT INTO events.inbox (consumer, event_id, received_at)
                        SELECT name, ?, ? FROM events.consumer
                        WHERE name = ? AND (replay_started_at IS NULL OR replay_finished_at IS NOT NULL) FOR KEY SHARE
                        ON CONFLICT DO NOTHING""", eventId, clock.instant(), consumer) > 0;
    }

    /** True if the consumer learns anew from the log. This is also true of one that was not introduced yet: what is delivered to it comes again. */
    boolean isReplaying(String consumer) {
        return sql.first(
                        "SELECT 1 FROM events.consumer WHERE name = ? AND (replay_started_at IS NULL OR replay_finished_at IS NOT NULL)",
                        row -> true,
                        consumer)
                .isEmpty();
    }

    void met(String consumer, Collection<ReceivedEvent> events) {
        sql.update(
                "INSERT INTO events.inbox (consumer, event_id, received_at) SELECT ?, met, ? FROM unnest(?::uuid[]) AS met ON CONFLICT DO NOTHING",
                consumer,
                clock.instant(),
                events.stream().map(ReceivedEvent::id).toArray(UUID[]::new));
    }

    void forgetAll(String consumer) {
        sql.update("DELETE FROM events.inbox WHERE consumer = ?", consumer);
    }

    /** Forgets events that no delivery can repeat any more. */
    public int forgetOld() {
        return sql.update(
                "DELETE FROM events.inbox WHERE received_at < ?",
                clock.instant().minus(KEPT));
    }
}
