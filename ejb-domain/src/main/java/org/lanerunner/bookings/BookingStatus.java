package org.lanerunner.bookings;

import java.util.UUID;
import org.lanerunner.loads.LegStatus;

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

    /** True if the booking is dispatched and not yet delivered. */
    public boolean onTheRoad() {
        return switch (this) {
            case DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY -> true;
            case CONFIRMED, DELIVERED, CONTESTED, SETTLED, REFUNDED, CANCELLED -> false;
        };
    }

    /** True if the load has reached its destination, whatever becomes of the money. */
    boolean delivered() {
        return switch (this) {
            case DELIVERED, CONTESTED, SETTLED, REFUNDED -> true;
            case CONFIRMED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY, CANCELLED -> false;
        };
    }

    /** True if the booking was delivered, and its money was paid out or paid back. */
    boolean paidOut() {
        return this == SETTLED || this == REFUNDED;
    }

    /**
     * True if the reader is shown what this side brings into the booking. While the booking stands, each side sees what the other brings; once it is cancelled,
     * a side sees no more of the other than the market does.
     */
    boolean shows(UUID whose, UUID reader) {
        return this != CANCELLED || whose.equals(reader);
    }

    /**
     * The leg's status while its booking has this one. That the money is contested, or went back, concerns the two parties alone and changes nothing of the
     * load's way.
     */
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
