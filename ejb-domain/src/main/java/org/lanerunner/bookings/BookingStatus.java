package org.lanerunner.bookings;

import java.util.UUID;
import org.lanerunner.loads.LegStatus;

/** Where a booking stands. */
public enum BookingStatus {
    CONFIRMED,
    DISPATCHED,
    AT_PICKUP,
    IN_TRANSIT,
    AT_DELIVERY,
    DELIVERED,
    SETTLED,
    CANCELLED;

    /** Dispatched and not yet delivered. */
    public boolean onTheRoad() {
        return switch (this) {
            case DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY -> true;
            case CONFIRMED, DELIVERED, SETTLED, CANCELLED -> false;
        };
    }

    /** What one side brings into a booking the other knows while it stands; once it is cancelled, no more of it than the market does. */
    boolean shows(UUID whose, UUID reader) {
        return this != CANCELLED || whose.equals(reader);
    }

    /** What the leg says while its booking says this. */
    LegStatus ofLeg() {
        return switch (this) {
            case CONFIRMED -> LegStatus.COVERED;
            case DISPATCHED -> LegStatus.DISPATCHED;
            case AT_PICKUP -> LegStatus.AT_PICKUP;
            case IN_TRANSIT -> LegStatus.IN_TRANSIT;
            case AT_DELIVERY -> LegStatus.AT_DELIVERY;
            case DELIVERED -> LegStatus.DELIVERED;
            case SETTLED -> LegStatus.SETTLED;
            case CANCELLED -> LegStatus.OPEN;
        };
    }
}
