package org.lanerunner.loads;

/** Where a load stands. DRAFT it says itself, all else follows from its legs ({@link LoadProgress}). */
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
    CANCELLED
}
