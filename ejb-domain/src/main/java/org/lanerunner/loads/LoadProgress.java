package org.lanerunner.loads;

import java.util.List;
import java.util.Set;

/**
 * The status of a posted load follows from what its legs say, in the order of these rules:
 *
 * <ol>
 *   <li>A leg that its owner has cancelled does not count. With no other leg the load is CANCELLED.
 *   <li>While a leg is open, so is the load: something is still to be agreed.
 *   <li>An expired leg is carried by nobody, and does not count as long as another leg is under way. Once none is, the load will never arrive: it is EXPIRED.
 *   <li>With every leg settled it is SETTLED, with every leg at least delivered DELIVERED.
 *   <li>Otherwise it says what its first leg says that is not delivered yet. Where the leg before that one is delivered and this one is not loaded yet, the
 *       cargo is under way between the two: IN_TRANSIT.
 * </ol>
 *
 * A draft has no such status: the load itself says that it is one.
 */
final class LoadProgress {

    private static final Set<LegStatus> NOT_LOADED =
            Set.of(LegStatus.COVERED, LegStatus.DISPATCHED, LegStatus.AT_PICKUP);

    private LoadProgress() {}

    static LoadStatus of(List<LegStatus> all) {
        if (all.isEmpty() || all.contains(LegStatus.DRAFT)) {
            throw new IllegalArgumentException("a load does not follow from " + all);
        }
        List<LegStatus> legs =
                all.stream().filter(leg -> leg != LegStatus.CANCELLED).toList();
        return legs.isEmpty() ? LoadStatus.CANCELLED : ofThoseThatStand(legs);
    }

    private static LoadStatus ofThoseThatStand(List<LegStatus> legs) {
        if (legs.contains(LegStatus.OPEN)) {
            return LoadStatus.OPEN;
        }
        List<LegStatus> carried =
                legs.stream().filter(leg -> leg != LegStatus.EXPIRED).toList();
        return carried.stream()
                .filter(leg -> !leg.delivered())
                .findFirst()
                .map(leg -> NOT_LOADED.contains(leg) && carried.get(0).delivered()
                        ? LoadStatus.IN_TRANSIT
                        : LoadStatus.valueOf(leg.name()))
                .orElseGet(() -> atItsEnd(legs));
    }

    /** The status of a load whose legs are each delivered, settled or expired. */
    private static LoadStatus atItsEnd(List<LegStatus> legs) {
        if (legs.contains(LegStatus.EXPIRED)) {
            return LoadStatus.EXPIRED;
        }
        return legs.contains(LegStatus.DELIVERED) ? LoadStatus.DELIVERED : LoadStatus.SETTLED;
    }
}
