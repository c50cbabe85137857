package org.lanerunner.loads;

import java.util.Set;

/** Where a leg stands. Up to COVERED the leg says so itself, from then on its booking does. */
public enum LegStatus {
    DRAFT,
    OPEN,
    COVERED,
    DISPATCHED,
    AT_PICKUP,
    IN_TRANSIT,
    AT_DELIVERY,
    DELIVERED,
    SETTLED,
    EXPIRED,
    CANCELLED;

    private static final Set<LegStatus> BOOKED =
            Set.of(COVERED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY, DELIVERED, SETTLED);

    /** A booking carries it. */
    public boolean booked() {
        return BOOKED.contains(this);
    }

    /** What it carries is where the leg ends. */
    boolean delivered() {
        return this == DELIVERED || this == SETTLED;
    }
}
