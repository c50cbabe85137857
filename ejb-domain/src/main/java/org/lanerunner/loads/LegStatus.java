package org.lanerunner.loads;

import java.util.Set;

/** The states of a leg. Up to COVERED the leg has a status of its own; from then on it has its booking's. */
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

    /** True if a booking covers the leg. */
    public boolean booked() {
        return BOOKED.contains(this);
    }

    /** True if the cargo has reached the leg's end. */
    boolean delivered() {
        return this == DELIVERED || this == SETTLED;
    }
}
