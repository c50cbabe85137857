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
    CONTESTED,
    SETTLED,
    REFUNDED,
    CANCELLED;

    /** Dispatched and not yet delivered. */
    public boolean onTheRoad() {
        return switch (this) {
            case DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY -> true;
            case CONFIRMED, DELIVERED, CONTESTED, SETTLED, REFUNDED, CANCELLED -> false;
        };
    }

    /** What it carries is where it was to go, whatever becomes of the money. */
    boolean delivered() {
        return switch (this) {
            case DELIVERED, CONTESTED, SETTLED, REFUNDED -> true;
            case CONFIRMED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY, CANCELLED -> false;
        };
    }

    /** It was delivered, and its money was paid or paid back. */
    boolean paidOut() {
        return this == SETTLED || this == REFUNDED;
    }

    /** What one side brings into a booking the other knows while it stands; once it is cancelled, no more of it than the market does. */
    boolean shows(UUID whose, UUID reader) {
        return this != CANCELLED || whose.equals(reader);
    }

    /** What the leg says while its booking says this: that the money is contested, or went back, is a matter of the two parties and no way that the load takes. */
    LegStatus ofLeg() {
        return switch (this) {
            case CONFIRMED -> LegStatus.COVERED;
            case DISPATCHED -> LegStatus.DISPATCHED;
            case AT_PICKUP -> LegStatus.AT_PICKUP;
            case IN_TRANSIT -> LegStatus.IN_TRANSIT;
            case AT_DELIVERY -> LegStatus.AT_DELIVERY;
            case DELIVERED, CONTESTED -> LegStatus.DELIVERED;
            case SETTLED, REFUNDED -> LegStatus.SETTLED;
            case CANCELLED -> LegStatus.OPEN;
        };
    }
}
