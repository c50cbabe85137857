package org.lanerunner.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.LaunchFailure;

/** What must hold in the database whatever happened to the server: money balanced, every event relayed, everybody told of it, nobody twice. */
final class Books {
    /** What it is, and the query that counts where it does not hold. */
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put(
                "transfers that don't sum to zero",
                "SELECT count(*) FROM (SELECT 1 FROM ledger.posting GROUP BY transfer_id, currency HAVING sum(amount_minor) <> 0) t");
        RULES.put(
                "balances that are not the sum of their postings",
                "SELECT count(*) FROM ledger.balance b WHERE balance_minor <>"
                        + " (SELECT coalesce(sum(amount_minor), 0) FROM ledger.posting p WHERE p.account_id = b.account_id)");
        RULES.put(
                "escrows held for bookings that are over, or missing for those that are not",
                "SELECT count(*) FROM bookings.booking b LEFT JOIN ledger.escrow e ON e.booking_id = b.id"
                        + " WHERE e.status IS DISTINCT FROM CASE b.status WHEN 'SETTLED' THEN 'RELEASED' WHEN 'CANCELLED' THEN 'REFUNDED' WHEN 'REFUNDED' THEN 'REFUNDED' ELSE 'HELD' END");
        RULES.put(
                "aggregates whose events have gaps or doubles in their sequence",
                "SELECT count(*) FROM (SELECT 1 FROM events.event GROUP BY family, aggregate_id"
                        + " HAVING count(*) <> max(sequence) OR count(DISTINCT sequence) <> count(*) OR min(sequence) <> 1) t");
        RULES.put(
                "events that no row of the audit names",
                "SELECT count(*) FROM (SELECT id FROM events.event EXCEPT SELECT unnest(event_ids) FROM audit.entry) unaudited");
    }

    /** Zero only after a while, since relay and consumers follow the business. */
    private static final Map<String, String> RULES_IN_TIME = Map.of(
            "events not relayed",
            "SELECT count(*) FROM events.outbox",
            "people who were mailed more often than they were told",
            "SELECT count(*) FROM (SELECT person_id, kind, count(*) AS n FROM outbound.delivery"
                    + " WHERE kind IN ('bookings/booking-made', 'bookings/booking-cancelled') GROUP BY person_id, kind) mailed"
                    + " WHERE n > (SELECT count(*) FROM notifications.notice t WHERE t.person_id = mailed.person_id AND 'bookings/' || t.kind = mailed.kind)",
            "agreements and cancellations that the other side was not told of",
            "SELECT count(*) FROM events.event e WHERE type IN ('offer.made', 'booking.confirmed', 'booking.cancelled')"
                    + " AND recorded_at > (SELECT min(made_at) FROM notifications.notice)"
                    + " AND NOT EXISTS (SELECT FROM notifications.notice n WHERE n.event_id = e.id)");

    private static final int PATIENCE_SECONDS = 180;

    private final Database.Access access;

    Books(Database.Access access) {
        this.access = access;
    }

    /** Refuses with a sentence where something does not hold. */
    void check() {
        RULES.forEach((what, query) -> require(what, number(query)));
        RULES_IN_TIME.forEach((what, query) -> {
            long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
            long broken = number(query);
            while (broken != 0 && System.nanoTime() < end) {
                Pause.milliseconds(200);
                broken = number(query);
            }
            require(what, broken);
        });
    }

    /** The one number that a query answers. */
    long number(String query) {
        return Long.parseLong(text(query));
    }

    /** The one value that a query answers. */
    String text(String query) {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new LaunchFailure("The database could not be asked: " + failure.getMessage(), failure);
        }
    }

    private static void require(String what, long broken) {
        if (broken != 0) {
            throw new LaunchFailure("In the database there are " + what + ": " + broken + ".");
        }
    }
}
