package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Sql;

/**
 * Makes read models anew. A replay is asked for by a row, so that it goes on after a restart. It works in parts, each in a transaction, on the node that has
 * the row's lock. While it goes on, nothing else is delivered to that consumer, so that it learns everything in the log's order. Events that arrive meanwhile
 * wait in the broker; the inbox then knows those of them that stood in the log.
 */
@NeedsNoPermission(because = "the system does it by itself on the way of events")
@Stateless
public class Replays {

    private static final int PART = 500;

    @Inject
    private LogReader log;

    @Inject
    private Inbox inbox;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Makes a consumer known, so that events can be delivered to it. */
    public void introduce(EventConsumer consumer) {
        sql.update(
                "INSERT INTO events.consumer AS c (name, replayable) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET replayable = excluded.replayable"
                        + " WHERE c.replayable <> excluded.replayable",
                consumer.name(),
                consumer instanceof ReplayableConsumer);
    }

    public boolean isRunning(EventConsumer consumer) {
        return inbox.isReplaying(consumer.name());
    }

    /** Does a part of a replay that was asked for, if there is one. @return whether there is more to do */
    public boolean work(ReplayableConsumer consumer) {
        Optional<Cursor> place = sql.first(
                """
                SELECT replay_started_at IS NOT NULL AS started, replay_after FROM events.consumer
                WHERE name = ? AND replay_requested_at IS NOT NULL AND replay_finished_at IS NULL FOR UPDATE SKIP LOCKED""",
                row -> row.getBoolean("started") ? Cursor.of(row.getString("replay_after")) : begun(consumer),
                consumer.name());
        return place.isPresent() && learned(consumer, place.get());
    }

    private Cursor begun(ReplayableConsumer consumer) {
        sql.update(
                "UPDATE events.consumer SET replay_started_at = ?, replay_after = ?, replayed_events = 0 WHERE name = ?",
                clock.instant(),
                Cursor.START.text(),
                consumer.name());
        inbox.forgetAll(consumer.name());
        consumer.startAnew();
        return Cursor.START;
    }

    private boolean learned(ReplayableConsumer consumer, Cursor after) {
        Optional<LogReader.Span> span = log.after(after, PART);
        if (span.isEmpty()) {
            sql.update(
                    "UPDATE events.consumer SET replay_finished_at = ? WHERE name = ?",
                    clock.instant(),
                    consumer.name());
            return false;
        }
        List<ReceivedEvent> heard = log.between(after, span.get().end(), null, PART, ReceivedEvent::of).stream()
                .filter(event -> consumer.hears(event.type()))
                .toList();
        heard.forEach(consumer::consume);
        inbox.met(consumer.name(), heard);
        sql.update(
                "UPDATE events.consumer SET replay_after = ?, replayed_events = replayed_events + ? WHERE name = ?",
                span.get().end().text(),
                heard.size(),
                consumer.name());
        return true;
    }
}
