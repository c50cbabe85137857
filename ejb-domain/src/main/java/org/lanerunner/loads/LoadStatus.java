package org.lanerunner.loads;

import java.util.Set;

/** Where a load stands. Up to COVERED the load says so itself, from then on its booking does. */
public enum LoadStatus {
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

    private static final Set<LoadStatus> BOOKED =
            Set.of(COVERED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY, DELIVERED, SETTLED);

    /** A booking carries it. */
    public boolean booked() {
        return BOOKED.contains(this);
    }
}
