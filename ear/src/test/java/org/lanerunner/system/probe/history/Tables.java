package org.lanerunner.system.probe.history;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** What the database says of a history: of all that its companies have made since it began. */
final class Tables {

    private static final String STATES = """
            WITH mine AS (SELECT id, status FROM loads.load WHERE organisation_id = ANY (?) AND created_at >= ?)
            SELECT 'load ' || id, status FROM mine
            UNION ALL
            SELECT 'leg ' || g.id, g.status || ' ' || coalesce(g.booking_id::text, '-') || ' ' || g.load_id FROM loads.leg g JOIN mine ON mine.id = g.load_id
            UNION ALL
            SELECT 'offer ' || o.id, o.status FROM deals.offer o JOIN mine ON mine.id = o.load_id
            UNION ALL
            SELECT 'booking ' || b.id, b.status || ' ' || (
                SELECT string_agg(CASE WHEN arrived_at IS NULL THEN '-' ELSE 'a' END || CASE WHEN departed_at IS NULL THEN '-' ELSE 'd' END, '' ORDER BY sequence)
                FROM bookings.stop s WHERE s.booking_id = b.id)
            FROM bookings.booking b JOIN mine ON mine.id = b.load_id
            UNION ALL
            SELECT 'trip ' || t.id, t.status || ' ' || (t.driver_id IS NOT NULL) || ' ' || (
                SELECT string_agg(remaining_weight_kilograms::integer::text, ',' ORDER BY sequence) FROM trips.segment s WHERE s.trip_id = t.id)
            FROM trips.trip t WHERE t.organisation_id = ANY (?) AND t.created_at >= ?""";

    /** Changes with whatever is written about them. */
    private static final String FINGERPRINT = """
            WITH companies AS (SELECT unnest(?::uuid[]) AS id)
            SELECT (SELECT coalesce(sum(version), 0) FROM loads.load JOIN companies c ON organisation_id = c.id WHERE created_at >= ?) || ' '
                || (SELECT coalesce(sum(version), 0) FROM trips.trip JOIN companies c ON organisation_id = c.id WHERE created_at >= ?) || ' '
                || (SELECT coalesce(sum(version), 0) FROM deals.offer JOIN companies c ON buyer_organisation_id = c.id WHERE created_at >= ?) || ' '
                || (SELECT coalesce(sum(version), 0) FROM bookings.booking JOIN companies c ON buyer_organisation_id = c.id WHERE created_at >= ?) || ' '
                || (SELECT count(*) FROM bookings.telling x JOIN bookings.booking b ON b.id = x.booking_id JOIN companies c ON b.buyer_organisation_id = c.id WHERE b.created_at >= ?) || ' '
                || (SELECT count(*) + coalesce(sum(version), 0) FROM disputes.contest JOIN companies c ON buyer_organisation_id = c.id WHERE contested_at >= ?) || ' '
                || (SELECT coalesce(sum(balance_minor * balance_minor), 0) FROM ledger.balance b JOIN ledger.account a ON a.id = b.account_id JOIN companies c ON a.organisation_id = c.id)""";

    /** What must not be, among what a history has made; each row says what it is. */
    private static final String WRONG = """
            WITH mine AS (SELECT b.*, e.status AS escrow, e.amount_minor FROM bookings.booking b JOIN loads.load l ON l.id = b.load_id
                LEFT JOIN ledger.escrow e ON e.booking_id = b.id WHERE l.organisation_id = ANY (?) AND l.created_at >= ?),
            my_trips AS (SELECT * FROM trips.trip WHERE organisation_id = ANY (?) AND created_at >= ?)
            SELECT 'escrow ' || coalesce(escrow, 'none') || ' of a booking that is ' || status FROM mine
            WHERE escrow IS DISTINCT FROM CASE status WHEN 'SETTLED' THEN 'RELEASED' WHEN 'CANCELLED' THEN 'REFUNDED' WHEN 'REFUNDED' THEN 'REFUNDED' ELSE 'HELD' END OR amount_minor <> price_minor
            UNION ALL
            SELECT 'two standing bookings of a leg' FROM mine WHERE status <> 'CANCELLED' GROUP BY leg_id HAVING count(*) > 1
            UNION ALL
            SELECT 'remaining ' || s.remaining_weight_kilograms || ' of ' || t.weight_kilograms || ' less what is reserved'
            FROM my_trips t JOIN trips.segment s ON s.trip_id = t.id
            WHERE s.remaining_weight_kilograms < 0 OR s.remaining_weight_kilograms <> t.weight_kilograms - (
                SELECT coalesce(sum(r.weight_kilograms), 0) FROM trips.reservation r
                WHERE r.trip_id = t.id AND r.from_segment <= s.sequence AND s.sequence < r.to_segment)
            UNION ALL
            SELECT 'a reservation without a standing booking, or the other way round'
            FROM (SELECT id FROM mine WHERE status <> 'CANCELLED') b FULL JOIN (
                SELECT r.booking_id FROM trips.reservation r JOIN my_trips t ON t.id = r.trip_id) r ON r.booking_id = b.id
            WHERE b.id IS NULL OR r.booking_id IS NULL
            UNION ALL
            SELECT 'stops of booking ' || s.booking_id || ' out of order' FROM (
                SELECT s.*, lag(coalesce(s.departed_at, s.arrived_at)) OVER (PARTITION BY booking_id ORDER BY sequence) AS before
                FROM bookings.stop s JOIN mine ON mine.id = s.booking_id) s
            WHERE s.departed_at < s.arrived_at OR s.arrived_at < s.before
            UNION ALL
            SELECT 'a stop that says something else than what was told of it last' FROM bookings.stop s JOIN mine ON mine.id = s.booking_id
            WHERE s.arrived_at IS DISTINCT FROM (SELECT CASE WHEN withdrawn THEN NULL ELSE at END FROM bookings.telling t WHERE t.booking_id = s.booking_id
                    AND t.stop_sequence = s.sequence AND t.kind = 'ARRIVAL' ORDER BY t.id DESC LIMIT 1)
                OR s.departed_at IS DISTINCT FROM (SELECT CASE WHEN withdrawn THEN NULL ELSE at END FROM bookings.telling t WHERE t.booking_id = s.booking_id
                    AND t.stop_sequence = s.sequence AND t.kind = 'DEPARTURE' ORDER BY t.id DESC LIMIT 1)""";

    private final DataSource database;
    private final UUID[] companies;
    private final OffsetDateTime since;
    /** Lower than the id of whatever is made since then. */
    private final UUID firstId;

    Tables(DataSource database, Collection<UUID> companies, Instant since) {
        this.database = database;
        this.companies = companies.toArray(UUID[]::new);
        this.since = since.atOffset(ZoneOffset.UTC);
        this.firstId = new UUID(since.toEpochMilli() << 16, 0);
    }

    /** By kind and id. */
    Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        ask(STATES, row -> states.put(row.getString(1), row.getString(2)), companies, since, companies, since);
        return states;
    }

    String fingerprint() {
        List<String> found = new ArrayList<>();
        ask(FINGERPRINT, row -> found.add(row.getString(1)), companies, since, since, since, since, since, since);
        return found.get(0);
    }

    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        ask(WRONG, row -> wrong.add(row.getString(1)), companies, since, companies, since);
        return wrong;
    }

    /** By its key, since by the time of an entry there is no index. */
    long auditRows(String correlationId) {
        long[] rows = new long[1];
        ask(
                "SELECT count(*) FROM audit.entry WHERE correlation_id = ? AND id >= ?",
                row -> rows[0] = row.getLong(1),
                correlationId,
                firstId);
        return rows[0];
    }

    /** Lets the time of one row pass. */
    void age(String table, String column, UUID id) {
        ask(
                "UPDATE " + table + " SET " + column + " = now() - interval '1 second' WHERE id = ? RETURNING 1",
                row -> {},
                id);
    }

    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    void ask(String query, Row each, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                Object value = parameters[i];
                if (value instanceof UUID[] ids) {
                    Array array = connection.createArrayOf("uuid", ids);
                    statement.setArray(i + 1, array);
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
