package org.lanerunner.vault;

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
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SuspendsTransaction;
import org.lanerunner.shared.Uuid7;

/**
 * The life of a resealing: REQUESTED by the operator or at night, then RUNNING on the one node that claimed it, then DONE or FAILED. Only one runs at a time. A
 * node that was killed finds its own run again. The run of a node that does not come back is given up after two hours without a step.
 */
@Stateless
public class Resealings {

    /** A resealing that a killed node left, with the execution that its batch repository knows. */
    public record Interrupted(UUID run, long executionId) {}

    private static final Duration ABANDONED_AFTER = Duration.ofHours(2);
    private static final Duration LOOKED_AT_AGAIN_AFTER = Duration.ofDays(30);
    private static final UUID LAST = new UUID(-1, -1);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The resealings, newest first, for ADMIN. */
    public Page<ResealingView> list(Caller caller, PageRequest page) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        return Page.of(
                sql.query(
                        "SELECT * FROM vault.resealing WHERE id < ? ORDER BY id DESC LIMIT ?",
                        Resealings::view,
                        page.afterId(LAST),
                        page.limit() + 1),
                page.limit(),
                ResealingView::id);
    }

    /** Requests another run in the place of one that failed. 409 resealings/not-failed for any other, resealings/requested where one waits. */
    public void again(Caller caller, UUID id) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        ResealingStatus status = sql.first(
                        "SELECT status FROM vault.resealing WHERE id = ?",
                        row -> ResealingStatus.valueOf(row.getString("status")),
                        id)
                .orElseThrow(() -> Refusal.notFound("resealings"));
        if (status != ResealingStatus.FAILED) {
            throw Refusal.conflict("resealings/not-failed", "This run has not failed.");
        }
        if (sql.update(
                        "INSERT INTO vault.resealing (id, status, requested_at) VALUES (?, 'REQUESTED', ?) ON CONFLICT DO NOTHING",
                        Uuid7.next(),
                        clock.instant())
                == 0) {
            throw Refusal.conflict("resealings/requested", "Another run waits already.");
        }
    }

    /**
     * Requests a run if there is a retired key that was not destroyed, and no run waits already. A run that could have destroyed the key and did not has found
     * a value that does not open. For that reason alone another run is requested only now and then.
     */
    @NeedsNoPermission(because = "the system does it by itself")
    public void requestWhereNeeded() {
        Instant now = clock.instant();
        sql.update(
                "INSERT INTO vault.resealing (id, status, requested_at) SELECT ?, 'REQUESTED', ?"
                        + " WHERE EXISTS (SELECT 1 FROM vault.data_key k WHERE k.retired_at IS NOT NULL AND k.destroyed_at IS NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM vault.resealing r WHERE r.status = 'DONE' AND r.requested_at > ? AND r.requested_at > k.retired_at + interval '1 hour'))"
                        + " ON CONFLICT DO NOTHING",
                Uuid7.next(),
                now,
                now.minus(LOOKED_AT_AGAIN_AFTER));
    }

    /** @return the run that this node is to do, if any */
    @NeedsNoPermission(because = "the system does it by itself")
    @SuspendsTransaction(because = "only a timer calls it")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<UUID> claim(String node) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE vault.resealing SET status = 'FAILED', finished_at = ? WHERE status = 'RUNNING' AND moved_at < ?",
                now,
                now.minus(ABANDONED_AFTER));
        return sql
                .query(
                        "UPDATE vault.resealing SET status = 'RUNNING', node = ?, started_at = ?, moved_at = ? WHERE status = 'REQUESTED'"
                                + " AND NOT EXISTS (SELECT 1 FROM vault.resealing WHERE status = 'RUNNING') RETURNING id",
                        row -> Sql.id(row, "id"),
                        node,
                        now,
                        now)
                .stream()
                .findFirst();
    }

    @NeedsNoPermission(because = "the system does it by itself")
    @SuspendsTransaction(because = "only a timer calls it")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void runsAs(UUID run, long executionId) {
        sql.update("UPDATE vault.resealing SET execution_id = ? WHERE id = ?", executionId, run);
    }

    /** Takes up what this node was running when it went down. A run that was claimed and never began is requested again. */
    @NeedsNoPermission(because = "the system does it by itself")
    @SuspendsTransaction(because = "only a timer calls it")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Interrupted> takeUpInterrupted(String node, Instant cameUpAt) {
        sql.update(
                "UPDATE vault.resealing r SET status = 'REQUESTED', node = NULL WHERE status = 'RUNNING' AND node = ? AND started_at < ? AND execution_id IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM vault.resealing w WHERE w.status = 'REQUESTED')",
                node,
                cameUpAt);
        return sql.query(
                "UPDATE vault.resealing SET started_at = ?, moved_at = ? WHERE status = 'RUNNING' AND node = ? AND started_at < ? AND execution_id IS NOT NULL RETURNING id, execution_id",
                row -> new Interrupted(Sql.id(row, "id"), row.getLong("execution_id")),
                clock.instant(),
                clock.instant(),
                node,
                cameUpAt);
    }

    @NeedsNoPermission(because = "the system does it by itself")
    @SuspendsTransaction(because = "only a timer and the end of a job call it")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(UUID run) {
        sql.update(
                "UPDATE vault.resealing SET status = 'FAILED', finished_at = ? WHERE id = ? AND status IN ('REQUESTED', 'RUNNING')",
                clock.instant(),
                run);
    }

    private static ResealingView view(ResultSet row) throws SQLException {
        return new ResealingView(
                Sql.id(row, "id"),
                ResealingStatus.valueOf(row.getString("status")),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                row.getLong("looked_at"),
                row.getLong("resealed"),
                row.getInt("destroyed"),
                List.of((String[]) row.getArray("unreadable").getArray()));
    }
}
