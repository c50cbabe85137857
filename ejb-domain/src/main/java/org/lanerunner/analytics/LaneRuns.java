package org.lanerunner.analytics;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.lanerunner.analytics.LaneRunView.Cause;
import org.lanerunner.analytics.LaneRunView.Status;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SuspendsTransaction;
import org.lanerunner.shared.Uuid7;

/**
 * The life of a run: REQUESTED, then RUNNING on the one node that claimed it, then DONE or FAILED. Each step sets the new state only if the old one is found,
 * in a transaction of its own. So two nodes never run the same one, and a node that was killed finds its own run again.
 */
@NeedsNoPermission(because = "the system makes reports; LaneReports asks who may have one made")
@Stateless
@SuspendsTransaction(because = "only timers and the end of a job call it")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LaneRuns {

    /** A run that a killed node left, with the execution that its batch repository knows. */
    public record Interrupted(UUID runId, long executionId) {}

    /** A run takes seconds. One that a node left for so long belongs to a node that does not come back. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(2);

    static final String SELECT =
            "SELECT id, business_date, zone, cause, status, up_to, requested_at, started_at, finished_at FROM analytics.lane_run";

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Requests the run of the date that closed last. Only the first of all nodes and timer rings does so. A run that failed is tried again. */
    public void requestClosedDate() {
        BusinessDates dates = new BusinessDates(ZoneId.of(settings.text(AnalyticsSettings.BUSINESS_ZONE)), clock);
        LocalDate date = dates.lastClosed();
        Instant now = clock.instant();
        sql.update(
                "UPDATE analytics.lane_run SET status = 'FAILED', finished_at = ? WHERE status = 'RUNNING' AND started_at < ?",
                now,
                now.minus(ABANDONED_AFTER));
        sql.update(
                "INSERT INTO analytics.lane_run (id, business_date, zone, cause, status, up_to, requested_at) VALUES (?, ?, ?, ?, 'REQUESTED', ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                Uuid7.next(),
                date,
                dates.zone().getId(),
                Cause.TIMER,
                dates.knownUpTo(date),
                now);
        sql.update(
                "UPDATE analytics.lane_run SET status = 'REQUESTED', node = NULL, execution_id = NULL, started_at = NULL, finished_at = NULL"
                        + " WHERE cause = ? AND business_date = ? AND status = 'FAILED'",
                Cause.TIMER,
                date);
    }

    public List<UUID> waiting() {
        return sql.query(
                "SELECT id FROM analytics.lane_run WHERE status = 'REQUESTED' ORDER BY id", row -> Sql.id(row, "id"));
    }

    /** @return true for the one node that is to run it */
    public boolean claim(UUID runId, String node) {
        return sql.update(
                        "UPDATE analytics.lane_run SET status = 'RUNNING', node = ?, started_at = ? WHERE id = ? AND status = 'REQUESTED'",
                        node,
                        clock.instant(),
                        runId)
                == 1;
    }

    public void runsAs(UUID runId, long executionId) {
        sql.update("UPDATE analytics.lane_run SET execution_id = ? WHERE id = ?", executionId, runId);
    }

    /**
     * Takes up what this node was running when it went down, before it came up again. Such a run counts as started now. A run that was claimed but never began
     * is requested again.
     */
    public List<Interrupted> takeUpInterrupted(String node, Instant cameUpAt) {
        sql.update(
                "UPDATE analytics.lane_run SET status = 'REQUESTED', node = NULL, started_at = NULL"
                        + " WHERE status = 'RUNNING' AND node = ? AND started_at < ? AND execution_id IS NULL",
                node,
                cameUpAt);
        return sql.query(
                "UPDATE analytics.lane_run SET started_at = ? WHERE status = 'RUNNING' AND node = ? AND started_at < ? RETURNING id, execution_id",
                row -> new Interrupted(Sql.id(row, "id"), row.getLong("execution_id")),
                clock.instant(),
                node,
                cameUpAt);
    }

    public void failed(UUID runId) {
        sql.update(
                "UPDATE analytics.lane_run SET status = 'FAILED', finished_at = ? WHERE id = ? AND status IN ('REQUESTED', 'RUNNING')",
                clock.instant(),
                runId);
    }

    static LaneRunView view(ResultSet row) throws SQLException {
        return new LaneRunView(
                Sql.id(row, "id"),
                row.getObject("business_date", LocalDate.class),
                row.getString("zone"),
                Cause.valueOf(row.getString("cause")),
                Status.valueOf(row.getString("status")),
                Sql.instant(row, "up_to"),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"));
    }
}
