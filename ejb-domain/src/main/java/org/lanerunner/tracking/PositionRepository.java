package org.lanerunner.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.lanerunner.shared.Sql;

/** Reads and writes the rows of positions, in the caller's transaction. */
@ApplicationScoped
class PositionRepository {

    private static final String COLUMNS =
            "at, latitude, longitude, accuracy_meters, speed_meters_per_second, heading_degrees";

    @Inject
    private Sql sql;

    /**
     * Locks a trip's track until the transaction ends, so that batches of one trip come one after another.
     *
     * @return how many positions the trip has
     */
    int lock(UUID tripId, UUID organisationId, Instant now) {
        return sql.first(
                        "INSERT INTO tracking.track AS t (trip_id, organisation_id, last_batch_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT (trip_id) DO UPDATE SET last_batch_at = excluded.last_batch_at RETURNING positions",
                        row -> row.getInt("positions"),
                        tripId,
                        organisationId,
                        now)
                .orElseThrow();
    }

    /** The time of the trip's last position. */
    Optional<Instant> lastAt(UUID tripId) {
        return sql.first(
                "SELECT at FROM tracking.position WHERE trip_id = ? ORDER BY at DESC LIMIT 1",
                row -> Sql.instant(row, "at"),
                tripId);
    }

    /** Adds so many to the number of the trip's positions. */
    void count(UUID tripId, int added) {
        sql.update("UPDATE tracking.track SET positions = positions + ? WHERE trip_id = ?", added, tripId);
    }

    /**
     * Keeps a whole batch with one statement.
     *
     * @return the times that the trip did not have yet
     */
    Set<Instant> add(UUID tripId, UUID driverId, UUID vehicleId, Instant receivedAt, List<Position> positions) {
        return new HashSet<>(sql.query(
                "INSERT INTO tracking.position (trip_id, driver_id, vehicle_id, received_at, " + COLUMNS + ")"
                        + " SELECT ?, ?, ?, ?, * FROM unnest(?::timestamptz[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::float8[])"
                        + " ON CONFLICT (trip_id, at) DO NOTHING RETURNING at",
                row -> Sql.instant(row, "at"),
                tripId,
                driverId,
                vehicleId,
                receivedAt,
                positions.stream().map(position -> position.at().toString()).toArray(String[]::new),
                numbers(positions, Position::latitude),
                numbers(positions, Position::longitude),
                numbers(positions, Position::accuracyMeters),
                numbers(positions, Position::speedMetersPerSecond),
                numbers(positions, Position::headingDegrees)));
    }

    private static Double[] numbers(List<Position> positions, Function<Position, Double> number) {
        return positions.stream().map(number).toArray(Double[]::new);
    }

    List<Position> last(UUID tripId, Instant from, Instant to) {
        return sql.query(
                "SELECT " + COLUMNS
                        + " FROM tracking.position WHERE trip_id = ? AND at >= ? AND at <= ? ORDER BY at DESC LIMIT 1",
                PositionRepository::position,
                tripId,
                from,
                to);
    }

    /** A booking, and the time of a trip in which that booking's positions are shown. */
    record Shown(UUID bookingId, UUID tripId, Instant from, Instant to) {}

    /** The last position of each booking, in one query for all. */
    Map<UUID, Position> last(List<Shown> shown) {
        Map<UUID, Position> last = new HashMap<>();
        if (!shown.isEmpty()) {
            sql.query(
                    "SELECT w.booking_id, p.* FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[]) AS w(booking_id, trip_id, since, until)"
                            + " CROSS JOIN LATERAL (SELECT " + COLUMNS
                            + " FROM tracking.position WHERE trip_id = w.trip_id AND at >= w.since AND at <= w.until ORDER BY at DESC LIMIT 1) p",
                    row -> last.put(Sql.id(row, "booking_id"), position(row)),
                    shown.stream().map(Shown::bookingId).toArray(UUID[]::new),
                    shown.stream().map(Shown::tripId).toArray(UUID[]::new),
                    shown.stream().map(each -> each.from().toString()).toArray(String[]::new),
                    shown.stream().map(each -> each.to().toString()).toArray(String[]::new));
        }
        return last;
    }

    /** The positions in time order, later than one time and not later than another. */
    List<Position> between(UUID tripId, Instant after, Instant to, int limit) {
        return sql.query(
                "SELECT " + COLUMNS
                        + " FROM tracking.position WHERE trip_id = ? AND at > ? AND at <= ? ORDER BY at LIMIT ?",
                PositionRepository::position,
                tripId,
                after,
                to,
                limit);
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(
                Sql.instant(row, "at"),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                row.getObject("accuracy_meters", Double.class),
                row.getObject("speed_meters_per_second", Double.class),
                row.getObject("heading_degrees", Double.class));
    }

    /** Forgets trips that have sent nothing since the given time, some at once. */
    void forgetTrips(Instant silentSince, int atOnce) {
        UUID[] old = sql.query(
                        "SELECT trip_id FROM tracking.track WHERE last_batch_at < ? LIMIT ? FOR UPDATE SKIP LOCKED",
                        row -> Sql.id(row, "trip_id"),
                        silentSince,
                        atOnce)
                .toArray(UUID[]::new);
        sql.update("DELETE FROM tracking.position WHERE trip_id = ANY (?)", (Object) old);
        sql.update("DELETE FROM tracking.track WHERE trip_id = ANY (?)", (Object) old);
    }
}
