package org.lanerunner.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * Reads the log in an order in which nothing is inserted behind a reader's back: by transaction, and only up to the horizon, which is the oldest transaction
 * that still runs. All that commits later has a later place. So a reader is behind by as long as the longest writer runs, and misses nothing.
 */
@ApplicationScoped
class LogReader {

    /** The end of a part of the log, and the number of its events. */
    record Span(Cursor end, int events) {}

    /** An event with its place. */
    record Placed(Cursor at, ReceivedEvent event) {}

    private static final String HORIZON = "pg_snapshot_xmin(pg_current_snapshot())";

    private Sql sql;
    private Clock clock;

    LogReader() {}

    @Inject
    LogReader(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Up to so many events after the cursor, if there are any that can be read already.
     *
     * @throws Refusal CONFLICT for a place that this log has not reached, because an older copy of the database was put back
     */
    Optional<Span> after(Cursor cursor, int most) {
        Optional<Span> span = sql.first(
                """
                SELECT epoch, xid::text AS place, id, count(*) OVER () AS events FROM (
                    SELECT epoch, xid, id FROM events.event
                    WHERE (epoch, xid, id) > (?, ?::text::xid8, ?) AND (epoch < (SELECT events.present_epoch()) OR xid < %s)
                    ORDER BY epoch, xid, id LIMIT ?) part
                ORDER BY epoch DESC, xid DESC, id DESC LIMIT 1""".formatted(HORIZON),
                row -> new Span(cursor(row), row.getInt("events")),
                cursor.epoch(),
                String.valueOf(cursor.xid()),
                cursor.id(),
                most);
        if (span.isEmpty()) {
            refuseAhead(cursor);
        }
        return span;
    }

    /** The events of a part, in the log's order. @param reader only events that name this organisation among their readers, or null for all */
    <T> List<T> between(Cursor after, Cursor end, UUID reader, int most, Sql.RowReader<T> read) {
        return sql.query(
                """
                SELECT id, type, version, aggregate_id, sequence, occurred_at, recorded_at, actor_id, organisation_id, data, epoch, xid::text AS place
                FROM events.event
                WHERE (epoch, xid, id) > (?, ?::text::xid8, ?) AND (epoch, xid, id) <= (?, ?::text::xid8, ?) AND (?::uuid IS NULL OR readers @> ARRAY[?::uuid])
                ORDER BY epoch, xid, id LIMIT ?""",
                read,
                after.epoch(),
                String.valueOf(after.xid()),
                after.id(),
                end.epoch(),
                String.valueOf(end.xid()),
                end.id(),
                reader,
                reader,
                most);
    }

    /** The events that were recorded in a month that is over, after a place, in the log's order. */
    List<Placed> ofMonth(LocalDate firstDay, Cursor after, int most) {
        return sql.query(
                """
                SELECT id, type, version, aggregate_id, sequence, occurred_at, actor_id, organisation_id, data, epoch, xid::text AS place FROM events.event
                WHERE recorded_at >= ? AND recorded_at < ? AND (epoch, xid, id) > (?, ?::text::xid8, ?) ORDER BY epoch, xid, id LIMIT ?""",
                row -> new Placed(cursor(row), ReceivedEvent.of(row)),
                firstDay.atStartOfDay(ZoneOffset.UTC).toInstant(),
                firstDay.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                after.epoch(),
                String.valueOf(after.xid()),
                after.id(),
                most);
    }

    /**
     * Reads a row's place. The query reads the transaction's number as text under another name than the column's: under that one it would sort by the text,
     * with 999 after 1000.
     */
    static Cursor cursor(ResultSet row) throws SQLException {
        return new Cursor(row.getInt("epoch"), Long.parseLong(row.getString("place")), Sql.id(row, "id"));
    }

    /** How long the oldest event has waited that no reader may read yet, because an older transaction still runs. */
    Duration lag() {
        Instant oldest = sql.first(
                        "SELECT min(recorded_at) AS oldest FROM events.event WHERE epoch = (SELECT events.present_epoch()) AND xid >= "
                                + HORIZON,
                        row -> Optional.ofNullable(Sql.instant(row, "oldest")))
                .flatMap(found -> found)
                .orElse(null);
        Instant now = clock.instant();
        return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }

    private void refuseAhead(Cursor cursor) {
        boolean ahead = sql.first(
                        "SELECT ? > events.present_epoch() OR ? = events.present_epoch() AND ?::text::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) AS ahead",
                        row -> row.getBoolean("ahead"),
                        cursor.epoch(),
                        cursor.epoch(),
                        String.valueOf(cursor.xid()))
                .orElseThrow();
        if (ahead) {
            throw Refusal.conflict(
                    "events/cursor-ahead",
                    "This log has not come to that place: an older copy of it was put back. Read from the start, or from an older place.");
        }
    }
}
