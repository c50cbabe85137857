package org.lanerunner.system.probe.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The event log of a history, read from its beginning as somebody would who knows nothing else: where each thing stands after its last event, whether each event may
 * follow what was before, and whether numbers run without a gap.
 */
final class WrittenLog {

    private static final String EVENTS = """
            SELECT id, family, aggregate_id, sequence, type, data ->> 'kind', (data ->> 'stop')::integer, data ->> 'legId' FROM events.event
            WHERE subjects && ? AND aggregate_id = ANY (?) AND recorded_at >= ? ORDER BY family, aggregate_id, sequence""";

    private static final String NOWHERE = "";
    private static final Set<String> OF_A_LEG = Set.of("load.covered", "load.reopened", "load.expired");
    private static final Set<String> STILL = Set.of("DRAFT", "CANCELLED");
    private static final Set<String> FREE = Set.of("DRAFT", "OPEN", "EXPIRED", "CANCELLED");
    private static final Map<String, Set<String>> BEFORE = new HashMap<>();
    private static final Map<String, String> AFTER = new HashMap<>();

    static {
        move("load.drafted", "DRAFT", NOWHERE);
        move("load.posted", "OPEN", NOWHERE, "DRAFT");
        move("load.changed", null, "DRAFT", "OPEN");
        // these three of a leg
        move("load.covered", "COVERED", "OPEN");
        move("load.reopened", "OPEN", "COVERED");
        move("load.expired", "EXPIRED", "OPEN", "COVERED");
        move("load.cancelled", "CANCELLED", "DRAFT", "OPEN");
        move("offer.made", "OPEN", NOWHERE);
        move("offer.accepted", "ACCEPTED", "OPEN");
        move("offer.countered", "COUNTERED", "OPEN");
        move("offer.declined", "DECLINED", "OPEN");
        move("offer.withdrawn", "WITHDRAWN", "OPEN");
        move("offer.closed", "CLOSED", "OPEN");
        move("offer.expired", "EXPIRED", "OPEN");
        move("trip.posted", "PLANNED", NOWHERE);
        move("trip.assigned", null, "PLANNED", "IN_PROGRESS");
        move("trip.started", "IN_PROGRESS", "PLANNED");
        move("trip.stood-down", "PLANNED", "IN_PROGRESS");
        move("trip.completed", "COMPLETED", "IN_PROGRESS");
        move("trip.cancelled", "CANCELLED", "PLANNED");
        move("booking.confirmed", "CONFIRMED", NOWHERE);
        move("booking.dispatched", "DISPATCHED", "CONFIRMED");
        move("booking.arrived PICKUP", "AT_PICKUP", "DISPATCHED");
        move("booking.arrived DELIVERY", "AT_DELIVERY", "IN_TRANSIT", "AT_DELIVERY");
        move("booking.departed", "IN_TRANSIT", "AT_PICKUP", "AT_DELIVERY");
        move("booking.departed last", null, "AT_DELIVERY", "DELIVERED", "CONTESTED", "SETTLED", "REFUNDED");
        move("booking.arrival-corrected", null, "AT_PICKUP", "IN_TRANSIT", "AT_DELIVERY", "DELIVERED", "CONTESTED");
        move("booking.departure-corrected", null, "AT_PICKUP", "IN_TRANSIT", "AT_DELIVERY", "DELIVERED", "CONTESTED");
        move("booking.dispatch-withdrawn", "CONFIRMED", "DISPATCHED");
        move("booking.arrival-withdrawn PICKUP", "DISPATCHED", "AT_PICKUP");
        move("booking.arrival-withdrawn DELIVERY", "IN_TRANSIT", "AT_DELIVERY");
        move("booking.departure-withdrawn PICKUP", "AT_PICKUP", "IN_TRANSIT");
        move("booking.departure-withdrawn DELIVERY", "AT_DELIVERY", "IN_TRANSIT");
        move("booking.departure-withdrawn last", null, "AT_DELIVERY");
        move("booking.stop-pinpointed", null, "CONFIRMED", "DISPATCHED", "AT_PICKUP", "IN_TRANSIT", "AT_DELIVERY");
        move("booking.delivered", "DELIVERED", "AT_DELIVERY");
        move("booking.proof-accepted", null, "DELIVERED");
        move("booking.contested", "CONTESTED", "DELIVERED");
        move("booking.settled", "SETTLED", "DELIVERED", "CONTESTED");
        move("booking.refunded", "REFUNDED", "CONTESTED");
        move("booking.cancelled", "CANCELLED", "CONFIRMED", "DISPATCHED", "AT_PICKUP");
    }

    private final Tables tables;
    private final Map<UUID, Integer> lastStops;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> states = new TreeMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    /** @param lastStops of each booking, the number of its last stop */
    WrittenLog(Tables tables, Map<UUID, Integer> lastStops) {
        this.tables = tables;
        this.lastStops = lastStops;
    }

    /** What is wrong with it, and where it says something else than the tables do. */
    List<String> disagreements(Map<String, String> tableStates, java.time.Instant since) {
        UUID[] things = tableStates.keySet().stream()
                .map(thing -> UUID.fromString(thing.split(" ")[1]))
                .toArray(UUID[]::new);
        tables.ask(
                EVENTS,
                row -> read(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, Integer.class),
                        row.getString(8)),
                things,
                things,
                since.atOffset(java.time.ZoneOffset.UTC));
        tableStates.forEach((thing, told) -> {
            String logged =
                    thing.startsWith("leg ") ? ofLeg(thing, told.split(" ")[2]) : states.getOrDefault(thing, NOWHERE);
            String status = told.split(" ")[0];
            boolean follows = thing.startsWith("load ") && logged.equals("OPEN") && !STILL.contains(status);
            boolean carried = logged.equals("COVERED") && !FREE.contains(status);
            if (!logged.equals(status) && !follows && !carried) {
                wrong.add(thing + " is " + status + ", the log says " + logged);
            }
        });
        return wrong;
    }

    /** What was told of the leg, or else of its load; a load is cancelled as a whole. */
    private String ofLeg(String leg, String loadId) {
        String load = states.getOrDefault("load " + loadId, NOWHERE);
        return load.equals("CANCELLED") ? load : states.getOrDefault(leg, load);
    }

    private void read(
            String id,
            String family,
            String aggregate,
            long sequence,
            String type,
            String stopKind,
            Integer stop,
            String leg) {
        String thing = OF_A_LEG.contains(type) ? "leg " + leg : type.substring(0, type.indexOf('.')) + " " + aggregate;
        long expected = sequences.merge(family + aggregate, 1L, Long::sum);
        if (sequence != expected) {
            wrong.add(type + " of " + thing + " has the number " + sequence + " where " + expected + " was due");
        }
        if (!ids.add(id)) {
            wrong.add("event " + id + " stands twice");
        }
        String move = move(type, aggregate, stopKind, stop);
        if (!BEFORE.containsKey(move)) {
            return;
        }
        String before = states.getOrDefault(
                thing, thing.startsWith("leg ") ? states.getOrDefault("load " + aggregate, NOWHERE) : NOWHERE);
        if (!BEFORE.get(move).contains(before)) {
            wrong.add(thing + " has " + move + " after it was " + (before.isEmpty() ? "nothing" : before));
        }
        if (AFTER.get(move) != null) {
            states.put(thing, AFTER.get(move));
        }
    }

    private String move(String type, String aggregate, String stopKind, Integer stop) {
        return switch (type) {
            case "booking.arrived", "booking.arrival-withdrawn" -> type + " " + stopKind;
            case "booking.departure-withdrawn" ->
                type + " " + (stop.equals(lastStops.get(UUID.fromString(aggregate))) ? "last" : stopKind);
            case "booking.departed" -> stop.equals(lastStops.get(UUID.fromString(aggregate))) ? type + " last" : type;
            default -> type;
        };
    }

    private static void move(String event, String after, String... before) {
        BEFORE.put(event, Set.of(before));
        AFTER.put(event, after);
    }
}
