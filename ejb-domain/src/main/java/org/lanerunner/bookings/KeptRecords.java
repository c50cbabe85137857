package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.identity.TradeRecords;
import org.lanerunner.shared.Sql;

/**
 * Counts what organisations have done with their bookings, in the transaction that settles a booking or calls it off. These rows come after the wallets in the
 * order of locks. One statement counts both sides of a booking in one order, so that two transactions never wait for each other in a ring.
 */
@ApplicationScoped
class KeptRecords implements TradeRecords {

    private Sql sql;

    KeptRecords() {}

    @Inject
    KeptRecords(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<UUID, TradeRecord> of(Collection<UUID> organisations) {
        Map<UUID, TradeRecord> records = new HashMap<>();
        sql.query(
                "SELECT organisation_id, done, cancelled FROM bookings.trade_record WHERE organisation_id = ANY (?)",
                row -> records.put(
                        Sql.id(row, "organisation_id"), new TradeRecord(row.getLong("done"), row.getLong("cancelled"))),
                (Object) organisations.toArray(UUID[]::new));
        return records;
    }

    /**
     * A booking is settled: both sides have done what they agreed. A booking that was contested and paid back counts for neither side, neither as done nor as
     * called off.
     */
    void done(UUID buyer, UUID seller) {
        count(1, 0, buyer, seller);
    }

    /**
     * Counts the bookings that this organisation called off at once. The other side has nothing to answer for, and neither has a carrier who carried them for a
     * broker.
     */
    void cancelled(UUID organisation, int bookings) {
        if (bookings > 0) {
            count(0, bookings, organisation);
        }
    }

    private void count(int done, int cancelled, UUID... organisations) {
        sql.update("""
                INSERT INTO bookings.trade_record AS kept (organisation_id, done, cancelled)
                SELECT organisation_id, ?, ? FROM unnest(?) AS organisation_id ORDER BY organisation_id
                ON CONFLICT (organisation_id) DO UPDATE SET done = kept.done + excluded.done, cancelled = kept.cancelled + excluded.cancelled""", done, cancelled, organisations);
    }
}
