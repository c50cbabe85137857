package org.lanerunner.analytics;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.lanerunner.analytics.LaneRunView.Cause;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * The lane report for its readers. The platform's administrators see the whole; everybody else sees what the own organisation posted and booked. A run replaces
 * the rows of its date. The batch job makes it, not this class.
 */
@Stateless
public class LaneReports {

    private static final UUID NEWEST = new UUID(-1, -1);

    private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);

    @Inject
    private Sql sql;

    @Inject
    private Audit audit;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<LaneRunRequested> requested;

    /** Asks for the report of a date anew. The answer only says that the report will be made. */
    public LaneRunView request(Caller caller, LocalDate date) {
        caller.require(AnalyticsPermissions.REPORTS_RUN);
        BusinessDates dates = dates();
        if (date == null || date.isBefore(FIRST_DATE) || date.isAfter(dates.today())) {
            throw Refusal.invalid("/date", "A report is made of a date from " + FIRST_DATE + " to today.");
        }
        UUID id = Uuid7.next();
        sql.update(
                "INSERT INTO analytics.lane_run (id, business_date, zone, cause, status, up_to, requested_at) VALUES (?, ?, ?, ?, 'REQUESTED', ?, ?)",
                id,
                date,
                dates.zone().getId(),
                Cause.DEMAND,
                dates.knownUpTo(date),
                clock.instant());
        audit.record(caller, "reports.lanes.run", id);
        requested.fire(new LaneRunRequested(id));
        return run(caller, id);
    }

    /** A run. Runs are the platform's own: everybody who may start them sees them. */
    public LaneRunView run(Caller caller, UUID id) {
        caller.require(AnalyticsPermissions.REPORTS_RUN);
        return sql.first(LaneRuns.SELECT + " WHERE id = ?", LaneRuns::view, id)
                .orElseThrow(() -> Refusal.notFound("reports"));
    }

    /** All runs, newest first. */
    public Page<LaneRunView> runs(Caller caller, PageRequest page) {
        caller.require(AnalyticsPermissions.REPORTS_RUN);
        return Page.of(
                sql.query(
                        LaneRuns.SELECT + " WHERE id < ? ORDER BY id DESC LIMIT ?",
                        LaneRuns::view,
                        page.afterId(NEWEST),
                        page.limit() + 1),
                page.limit(),
                LaneRunView::id);
    }

    /** Lets a failed run begin anew. 409 reports/not-failed for any other run. */
    public void again(Caller caller, UUID id) {
        caller.require(AnalyticsPermissions.REPORTS_RUN);
        run(caller, id);
        if (sql.update(
                        "UPDATE analytics.lane_run SET status = 'REQUESTED', node = NULL, execution_id = NULL, started_at = NULL, finished_at = NULL WHERE id = ? AND status = 'FAILED'",
                        id)
                == 0) {
            throw Refusal.conflict("reports/not-failed", "This run has not failed.");
        }
        audit.record(caller, "reports.lanes.run-again", id);
        requested.fire(new LaneRunRequested(id));
    }

    public LaneReport report(Caller caller, LocalDate date) {
        caller.require(AnalyticsPermissions.REPORTS_VIEW);
        if (date == null) {
            throw Refusal.invalid("/date", "The date is missing.");
        }
        String whose = "organisation_id = ?";
        if (caller.may(CommonPermissions.PLATFORM_ADMIN)) {
            whose = "organisation_id IS NULL AND ?::uuid IS NOT DISTINCT FROM NULL";
        }
        UUID organisationId = caller.may(CommonPermissions.PLATFORM_ADMIN) ? null : caller.organisationId();
        List<LaneReport.Row> rows = sql.query(
                "SELECT * FROM analytics.lane_row WHERE business_date = ? AND " + whose
                        + " ORDER BY origin_region, destination_region, currency",
                LaneReports::row,
                date,
                organisationId);
        return sql.first(
                        "SELECT zone, up_to FROM analytics.lane_date WHERE business_date = ?",
                        row -> new LaneReport(date, row.getString("zone"), Sql.instant(row, "up_to"), rows),
                        date)
                .orElseGet(() -> new LaneReport(date, dates().zone().getId(), null, List.of()));
    }

    private BusinessDates dates() {
        return new BusinessDates(ZoneId.of(settings.text(AnalyticsSettings.BUSINESS_ZONE)), clock);
    }

    private static LaneReport.Row row(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new LaneReport.Row(
                row.getString("origin_region"),
                row.getString("destination_region"),
                currency,
                row.getInt("loads_posted"),
                row.getInt("loads_booked"),
                rate(row, "rate_low_minor", currency),
                rate(row, "rate_median_minor", currency),
                rate(row, "rate_high_minor", currency),
                row.getInt("rate_count"),
                row.getBigDecimal("empty_kilometers"));
    }

    private static Money rate(ResultSet row, String column, String currency) throws SQLException {
        long minorUnits = row.getLong(column);
        return row.wasNull() ? null : new Money(minorUnits, currency);
    }
}
