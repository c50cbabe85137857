package org.lanerunner.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Sql;

/**
 * Makes the rows of a run: first a draft for each organisation and for the platform, then all drafts take the place of the date's old rows in one transaction.
 *
 * <p>Counted are loads posted and bookings confirmed on the date. A booking that was cancelled by then does not count. A booking's lane is its leg's (the
 * load's first leg, if a change of the load has taken that leg away). An organisation's rows count what it sold and what it bought: a broker's leg counts
 * twice, at two prices. The platform's rows count a leg once, as its owner bought it, and not what a broker bought to have it carried. The empty way is always
 * that of the vehicle that carries.
 *
 * <p>The rate is the price by the kilometre of the leg's distance. Empty are the trip's segments without a load just before a pickup, and the way from the
 * trip's stop to the pickup.
 */
@NeedsNoPermission(because = "the system makes reports; LaneReports asks who may have one made")
@Stateless
public class LaneRows {

    private static final String DRAFT = """
            WITH posted AS (
                SELECT origin_region, destination_region, currency, count(*) AS loads FROM loads.load
                WHERE posted_at >= ? AND posted_at < ? AND (? OR organisation_id = ?)
                GROUP BY origin_region, destination_region, currency),
            booking AS (
                SELECT b.id, g.origin_region, g.destination_region, g.origin_latitude, g.origin_longitude, b.currency, c.counted,
                    CASE WHEN c.counted THEN b.price_minor / nullif(g.distance_meters / 1000.0, 0) END AS rate
                FROM bookings.booking b CROSS JOIN LATERAL (SELECT * FROM loads.leg WHERE load_id = b.load_id ORDER BY (id = b.leg_id) DESC, sequence LIMIT 1) g
                    CROSS JOIN LATERAL (SELECT b.upstream_booking_id IS NULL OR NOT ? AS counted) c
                WHERE b.created_at >= ? AND b.created_at < ? AND (b.cancelled_at IS NULL OR b.cancelled_at >= ?)
                    AND (? OR ? IN (b.buyer_organisation_id, b.seller_organisation_id))),
            approach AS (
                SELECT b.id, analytics.kilometers(s.latitude, s.longitude, b.origin_latitude, b.origin_longitude) + coalesce((
                    SELECT sum(analytics.kilometers(f.latitude, f.longitude, t.latitude, t.longitude))
                    FROM trips.stop f JOIN trips.stop t ON t.trip_id = f.trip_id AND t.sequence = f.sequence + 1
                    WHERE f.trip_id = r.trip_id AND f.sequence < r.from_segment
                        AND NOT EXISTS (SELECT 1 FROM trips.reservation o WHERE o.trip_id = r.trip_id AND o.to_segment > f.sequence
                            AND (o.from_segment < r.from_segment OR (o.from_segment = r.from_segment AND o.booking_id < r.booking_id)))), 0) AS kilometers
                FROM booking b JOIN trips.reservation r ON r.booking_id = b.id JOIN trips.stop s ON s.trip_id = r.trip_id AND s.sequence = r.from_segment),
            booked AS (
                SELECT b.origin_region, b.destination_region, b.currency, count(*) FILTER (WHERE b.counted) AS loads, round(min(b.rate)) AS low,
                    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY b.rate)::numeric) AS median, round(max(b.rate)) AS high, count(b.rate) AS rates,
                    coalesce(sum(a.kilometers), 0) AS empty
                FROM booking b LEFT JOIN approach a ON a.id = b.id GROUP BY b.origin_region, b.destination_region, b.currency)
            INSERT INTO analytics.lane_draft (run_id, organisation_id, origin_region, destination_region, currency, loads_posted, loads_booked, rate_low_minor,
                rate_median_minor, rate_high_minor, rate_count, empty_kilometers)
            SELECT ?, ?, origin_region, destination_region, currency, coalesce(posted.loads, 0), coalesce(booked.loads, 0), low, median, high,
                coalesce(rates, 0), coalesce(empty, 0)
            FROM posted FULL JOIN booked USING (origin_region, destination_region, currency)""";

    private static final String COLUMNS =
            "organisation_id, origin_region, destination_region, currency, loads_posted, loads_booked, rate_low_minor,"
                    + " rate_median_minor, rate_high_minor, rate_count, empty_kilometers";

    /** The time that a run looks at. */
    private record Span(LocalDate date, Instant from, Instant upTo) {}

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The organisations with something to report, in order of id. */
    public List<UUID> organisations(UUID runId) {
        takeLonger();
        Span span = span(runId);
        return sql.query("""
                SELECT organisation_id FROM loads.load WHERE posted_at >= ? AND posted_at < ?
                UNION SELECT unnest(ARRAY[buyer_organisation_id, seller_organisation_id]) FROM bookings.booking WHERE created_at >= ? AND created_at < ?
                ORDER BY 1""", row -> row.getObject(1, UUID.class), span.from(), span.upTo(), span.from(), span.upTo());
    }

    /** Drafts the rows of one organisation, or of the platform for null. A run that was cut off drafts them again. */
    public void draft(UUID runId, UUID organisationId) {
        takeLonger();
        Span span = span(runId);
        boolean all = organisationId == null;
        sql.update(
                "DELETE FROM analytics.lane_draft WHERE run_id = ? AND organisation_id IS NOT DISTINCT FROM ?::uuid",
                runId,
                organisationId);
        sql.update(
                DRAFT,
                span.from(),
                span.upTo(),
                all,
                organisationId,
                all,
                span.from(),
                span.upTo(),
                span.upTo(),
                all,
                organisationId,
                runId,
                organisationId);
    }

    /** Puts the draft in the place of the date's rows and ends the run. The rows stay if another run that looked at more facts was faster. */
    public void publish(UUID runId) {
        takeLonger();
        Span span = span(runId);
        int newest = sql.update(
                "INSERT INTO analytics.lane_date (business_date, zone, up_to, run_id)"
                        + " SELECT business_date, zone, up_to, id FROM analytics.lane_run WHERE id = ?"
                        + " ON CONFLICT (business_date) DO UPDATE SET zone = excluded.zone, up_to = excluded.up_to, run_id = excluded.run_id"
                        + " WHERE lane_date.up_to <= excluded.up_to",
                runId);
        if (newest == 1) {
            sql.update("DELETE FROM analytics.lane_row WHERE business_date = ?", span.date());
            sql.update(
                    "INSERT INTO analytics.lane_row (business_date, " + COLUMNS + ") SELECT ?, " + COLUMNS
                            + " FROM analytics.lane_draft WHERE run_id = ?",
                    span.date(),
                    runId);
        }
        sql.update("DELETE FROM analytics.lane_draft WHERE run_id = ?", runId);
        sql.update(
                "UPDATE analytics.lane_run SET status = 'DONE', finished_at = ? WHERE id = ?", clock.instant(), runId);
    }

    /** A report reads a whole day of everybody, so it may take longer than a request for which somebody waits. */
    private void takeLonger() {
        sql.update("SET LOCAL statement_timeout = '5min'");
    }

    private Span span(UUID runId) {
        return sql.first(
                        "SELECT business_date, zone, up_to FROM analytics.lane_run WHERE id = ?",
                        row -> {
                            LocalDate date = row.getObject("business_date", LocalDate.class);
                            return new Span(
                                    date,
                                    new BusinessDates(ZoneId.of(row.getString("zone")), clock).startOf(date),
                                    Sql.instant(row, "up_to"));
                        },
                        runId)
                .orElseThrow();
    }
}
