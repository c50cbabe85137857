package org.lanerunner.system.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanerunner.system.Sql;

/** What must hold in the database whatever was asked. Counted before and after, since other tests write past the services. */
public final class Aftermath {

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
                "wallets below zero",
                "SELECT count(*) FROM ledger.balance b JOIN ledger.account a ON a.id = b.account_id WHERE a.kind IN ('WALLET', 'ESCROW') AND b.balance_minor < 0");
        RULES.put(
                "escrows held for bookings that are over, or missing for those that are not",
                "SELECT count(*) FROM bookings.booking b LEFT JOIN ledger.escrow e ON e.booking_id = b.id"
                        + " WHERE e.status IS DISTINCT FROM CASE b.status WHEN 'SETTLED' THEN 'RELEASED' WHEN 'CANCELLED' THEN 'REFUNDED' WHEN 'REFUNDED' THEN 'REFUNDED' ELSE 'HELD' END");
        RULES.put(
                "legs that say something else than the booking that carries them",
                "SELECT count(*) FROM bookings.booking b LEFT JOIN loads.leg g ON g.id = b.leg_id WHERE b.status <> 'CANCELLED' AND b.upstream_booking_id IS NULL"
                        + " AND (g.booking_id IS DISTINCT FROM b.id OR g.status <> CASE b.status WHEN 'CONFIRMED' THEN 'COVERED' WHEN 'CONTESTED' THEN 'DELIVERED' WHEN 'REFUNDED' THEN 'SETTLED' ELSE b.status END)");
        RULES.put(
                "loads with one leg that say something else than it",
                "SELECT count(*) FROM loads.load l WHERE 1 = (SELECT count(*) FROM loads.leg g WHERE g.load_id = l.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM loads.leg g WHERE g.load_id = l.id AND g.status = l.status)");
        RULES.put(
                "stops that lie on no leg of their load",
                "SELECT count(*) FROM loads.stop s JOIN loads.leg g ON g.id = s.leg_id"
                        + " WHERE g.load_id <> s.load_id OR s.sequence NOT BETWEEN g.from_stop AND g.to_stop");
        RULES.put(
                "legs carried by a booking that is cancelled",
                "SELECT count(*) FROM loads.leg g LEFT JOIN bookings.booking b ON b.id = g.booking_id"
                        + " WHERE g.booking_id IS NOT NULL AND (b.id IS NULL OR b.status = 'CANCELLED')");
        RULES.put(
                "open offers on legs that are not open",
                "SELECT count(*) FROM deals.offer o LEFT JOIN loads.leg g ON g.id = o.leg_id WHERE o.status = 'OPEN' AND g.status IS DISTINCT FROM 'OPEN'"
                        + " AND (o.booking_id IS NULL OR o.booking_id IS DISTINCT FROM g.booking_id OR NOT g.brokered)");
        RULES.put(
                "bookings that carry for a broker whose own is over, or who has another carrier",
                "SELECT count(*) FROM bookings.booking b LEFT JOIN bookings.booking u ON u.id = b.upstream_booking_id LEFT JOIN loads.leg g ON g.id = b.leg_id"
                        + " WHERE b.status <> 'CANCELLED' AND b.upstream_booking_id IS NOT NULL AND (u.status = 'CANCELLED' OR u.trip_id IS NOT NULL"
                        + " OR u.leg_id <> b.leg_id OR g.hauler_organisation_id IS DISTINCT FROM b.seller_organisation_id)");
        RULES.put(
                "aggregates whose events have gaps or doubles in their sequence",
                "SELECT count(*) FROM (SELECT 1 FROM events.event GROUP BY family, aggregate_id"
                        + " HAVING count(*) <> max(sequence) OR count(DISTINCT sequence) <> count(*) OR min(sequence) <> 1) t");
        RULES.put(
                "events that no row of the audit names",
                "SELECT count(*) FROM (SELECT id FROM events.event EXCEPT SELECT unnest(event_ids) FROM audit.entry) unaudited");
        RULES.put(
                "bookings and loads whose last event tells of another state",
                "SELECT count(*) FROM bookings.booking b WHERE b.status IN ('SETTLED', 'CANCELLED', 'CONFIRMED') AND NOT EXISTS"
                        + " (SELECT 1 FROM events.event e WHERE e.aggregate_id = b.id AND e.type = 'booking.' || lower(b.status))");
    }

    private Aftermath() {}

    public static Map<String, Long> counted() {
        return RULES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        rule -> Sql.number(rule.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** The rules that hold in fewer places than before; a timer may meanwhile have mended what another test left. */
    public static List<String> worseThan(Map<String, Long> before) {
        return counted().entrySet().stream()
                .filter(now -> now.getValue() > before.get(now.getKey()))
                .map(now -> now.getValue() + " " + now.getKey() + ", before " + before.get(now.getKey()))
                .toList();
    }
}
