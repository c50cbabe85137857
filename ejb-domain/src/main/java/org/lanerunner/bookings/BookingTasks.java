package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.deals.DealPermissions;
import org.lanerunner.identity.Organisations;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.NearestTasks;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Task;
import org.lanerunner.shared.Task.Thing;
import org.lanerunner.shared.Waiting;
import org.lanerunner.shared.WaitsFor;
import org.lanerunner.trips.Trips;

/**
 * The tasks that a party's bookings make: one task for each booking, the first of the list that fits. The time of a task is when the money goes by itself, for
 * a delivery to be accepted whose seller is not suspended; that of the awaited stop, for a late booking; and the end of the first window, for all others.
 */
@ApplicationScoped
class BookingTasks implements WaitsFor {

    /** Looks at two stops of a booking: the first one, and the next one to be left (or the last). */
    private static final String UNDER_WAY = """
            WITH own AS (
                SELECT b.*, b.seller_organisation_id = ? AS sells, first_stop.window_end AS first_ends, first_stop.zone AS first_zone,
                    first_stop.departed_at AS loaded_at, next_stop.window_end AS next_ends, next_stop.zone AS next_zone,
                    next_stop.place_name AS next_place, next_stop.arrived_at AS next_arrived_at,
                    EXISTS (SELECT 1 FROM bookings.suspended_seller u WHERE u.organisation_id = b.seller_organisation_id) AS waits_for_seller
                FROM bookings.booking b
                JOIN LATERAL (SELECT * FROM bookings.stop s WHERE s.booking_id = b.id ORDER BY s.sequence LIMIT 1) first_stop ON true
                JOIN LATERAL (SELECT * FROM bookings.stop s WHERE s.booking_id = b.id
                    ORDER BY s.departed_at IS NOT NULL, CASE WHEN s.departed_at IS NULL THEN s.sequence ELSE -s.sequence END LIMIT 1) next_stop ON true
                WHERE (b.buyer_organisation_id = ? OR b.seller_organisation_id = ?)
                    AND (?::uuid IS NULL OR (b.driver_id = ? AND b.seller_organisation_id = ?))
                    AND b.status IN ('CONFIRMED', 'DISPATCHED', 'AT_PICKUP', 'IN_TRANSIT', 'AT_DELIVERY', 'DELIVERED')),
            task AS (
                SELECT own.*, CASE
                    WHEN status = 'DELIVERED' THEN
                        CASE WHEN NOT sells AND ? AND NOT (release_due_at <= ? AND waits_for_seller) THEN 'bookings.accept-proof' END
                    WHEN sells AND trip_id IS NULL AND ? AND status IN ('CONFIRMED', 'DISPATCHED', 'AT_PICKUP') AND loaded_at IS NULL
                        AND NOT EXISTS (SELECT 1 FROM bookings.stop s WHERE s.booking_id = own.id AND s.kind = 'DELIVERY' AND s.window_end <= ?)
                        AND NOT EXISTS (SELECT 1 FROM bookings.booking c WHERE c.upstream_booking_id = own.id AND c.status <> 'CANCELLED')
                        THEN 'bookings.cover'
                    WHEN sells AND trip_id IS NOT NULL AND status = 'CONFIRMED' AND driver_id IS NULL THEN 'bookings.assign'
                    WHEN sells AND trip_id IS NOT NULL AND status = 'CONFIRMED' AND ? AND (?::uuid IS NULL OR driver_id = ?) THEN 'bookings.dispatch'
                    WHEN next_arrived_at IS NULL AND next_ends < ? THEN 'bookings.late'
                END AS kind
                FROM own)
            """;

    private static final String TASKS = UNDER_WAY + NearestTasks.of("""
            SELECT kind, id, reference, trip_id,
                CASE WHEN kind = 'bookings.accept-proof' THEN seller_organisation_id END AS counterpart,
                CASE WHEN kind = 'bookings.late' THEN next_place END AS place,
                CASE kind WHEN 'bookings.accept-proof' THEN CASE WHEN NOT waits_for_seller THEN release_due_at END
                    WHEN 'bookings.late' THEN next_ends ELSE first_ends END AS deadline,
                CASE kind WHEN 'bookings.accept-proof' THEN NULL WHEN 'bookings.late' THEN next_zone ELSE first_zone END AS zone
            FROM task""");

    private record Row(Waiting waiting, UUID counterpart) {}

    @Inject
    private Organisations organisations;

    @Inject
    private Trips trips;

    @Inject
    private Sql sql;

    @Override
    public List<Waiting> waiting(Caller caller, Instant now, int most) {
        if (!caller.may(BookingPermissions.VIEW)) {
            return List.of();
        }
        UUID me = caller.organisationId();
        UUID driven = trips.driverFilter(caller, BookingPermissions.VIEW);
        UUID dispatches = trips.driverFilter(caller, BookingPermissions.DISPATCH);
        return named(sql.query(
                TASKS,
                BookingTasks::row,
                me,
                me,
                me,
                driven,
                driven,
                me,
                caller.may(BookingPermissions.ACCEPT_PROOF),
                now,
                caller.may(DealPermissions.CARRIAGE_BROKER),
                now,
                caller.may(BookingPermissions.DISPATCH),
                dispatches,
                dispatches,
                now,
                most));
    }

    private static Row row(ResultSet row) throws SQLException {
        Task task = Task.about(
                        row.getString("kind"), new Thing("booking", Sql.id(row, "id"), row.getString("reference")))
                .at(row.getString("place"))
                .by(Sql.instant(row, "deadline"), row.getString("zone"));
        UUID trip = Sql.id(row, "trip_id");
        return new Row(
                new Waiting(trip == null ? task : task.of(new Thing("trip", trip, null)), row.getLong("of_its_kind")),
                Sql.id(row, "counterpart"));
    }

    private List<Waiting> named(List<Row> rows) {
        Map<UUID, String> names = organisations.names(
                rows.stream().map(Row::counterpart).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Waiting(
                        row.waiting().task().with(names.get(row.counterpart())),
                        row.waiting().ofItsKind()))
                .toList();
    }
}
