package org.lanerunner.bookings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * What falls due by itself and failed. Each failure doubles the time to the next try, from ten seconds to an hour, so that what can't succeed does not take the
 * turn of what can. The administrator sees it and may have it tried at once.
 */
@Stateless
public class DueAttempts {

    private static final String FAILED = """
            INSERT INTO bookings.due_attempt AS a (kind, id, attempts, error, tried_at, next_try_at) VALUES (?, ?, 1, ?, ?, ?)
            ON CONFLICT (kind, id) DO UPDATE SET attempts = a.attempts + 1, error = excluded.error, tried_at = excluded.tried_at,
                next_try_at = excluded.tried_at + least(3600, 10 * 2 ^ least(a.attempts, 10)) * interval '1 second'""";

    private static final int FIRST_PAUSE_SECONDS = 10;

    @Inject
    private Sql sql;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** The failed items of this kind, each with the time before which it is not tried again. */
    @NeedsNoPermission(because = "the timer of what is due keeps its own record")
    public Map<UUID, Instant> nextTries(String kind) {
        Map<UUID, Instant> found = new HashMap<>();
        sql.query(
                        "SELECT id, next_try_at FROM bookings.due_attempt WHERE kind = ?",
                        row -> new DueItem(Sql.id(row, "id"), Sql.instant(row, "next_try_at")),
                        kind)
                .forEach(item -> found.put(item.id(), item.dueAt()));
        return found;
    }

    /** @param error the slug of the refusal */
    @NeedsNoPermission(because = "the timer of what is due keeps its own record")
    public void failed(String kind, UUID id, String error) {
        Instant now = clock.instant();
        sql.update(FAILED, kind, id, error, now, now.plusSeconds(FIRST_PAUSE_SECONDS));
    }

    @NeedsNoPermission(because = "the timer of what is due keeps its own record")
    public void succeeded(String kind, UUID id) {
        sql.update("DELETE FROM bookings.due_attempt WHERE kind = ? AND id = ?", kind, id);
    }

    /** All that is due has been looked at. So what failed before and is not due any more has been settled by somebody, and is forgotten. */
    @NeedsNoPermission(because = "the timer of what is due keeps its own record")
    public void forgetAllBut(String kind, Collection<UUID> due, Instant triedBefore) {
        sql.update(
                "DELETE FROM bookings.due_attempt WHERE kind = ? AND tried_at < ? AND id <> ALL (?)",
                kind,
                triedBefore,
                due.toArray(UUID[]::new));
    }

    public Page<DueAttempt> list(Caller caller, PageRequest page) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        DueKey after = DueKey.of(page);
        return Page.of(
                sql.query(
                        "SELECT kind, id, attempts, error, tried_at, next_try_at FROM bookings.due_attempt WHERE (id, kind) > (?, ?::text) ORDER BY id, kind LIMIT ?",
                        row -> new DueAttempt(
                                row.getString("kind"),
                                Sql.id(row, "id"),
                                row.getInt("attempts"),
                                row.getString("error"),
                                Sql.instant(row, "tried_at"),
                                Sql.instant(row, "next_try_at")),
                        after.id(),
                        after.kind(),
                        page.limit() + 1),
                page.limit(),
                DueKey::of);
    }

    /** Counts up to a thousand. */
    public long count(Caller caller) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        return sql.first(
                        "SELECT count(*) FROM (SELECT 1 FROM bookings.due_attempt LIMIT 1000) failing",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Lets the next round try it. */
    public void tryNow(Caller caller, String kind, UUID id) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        if (sql.update(
                        "UPDATE bookings.due_attempt SET next_try_at = ? WHERE kind = ? AND id = ?",
                        clock.instant(),
                        kind,
                        id)
                == 0) {
            throw Refusal.notFound("due-items");
        }
        audit.record(caller, "due-item.tried", id);
    }
}
