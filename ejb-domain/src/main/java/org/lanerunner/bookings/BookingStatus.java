package org.lanerunner.bookings;

import java.util.UUID;
import org.lanerunner.loads.LoadStatus;

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

    /** What the load says while its booking says this. */
    LoadStatus ofLoad() {
        return switch (this) {
            case CONFIRMED -> LoadStatus.COVERED;
            case DISPATCHED -> LoadStatus.DISPATCHED;
            case AT_PICKUP -> LoadStatus.AT_PICKUP;
            case IN_TRANSIT -> LoadStatus.IN_TRANSIT;
            case AT_DELIVERY -> LoadStatus.AT_DELIVERY;
            case DELIVERED -> LoadStatus.DELIVERED;
            case SETTLED -> LoadStatus.SETTLED;
            case CANCELLED -> LoadStatus.OPEN;
        };
    }
}
