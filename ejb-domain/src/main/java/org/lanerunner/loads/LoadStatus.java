package org.lanerunner.loads;

/** The states of a load. The load itself says that it is a DRAFT; all other states follow from its legs ({@link LoadProgress}). */
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
