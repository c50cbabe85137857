package org.lanerunner.ledger;

import java.util.UUID;
import org.lanerunner.shared.Money;

/** The buyer's money held for one booking: HELD, then RELEASED to the seller or REFUNDED, never both. */
record Escrow(UUID bookingId, UUID organisationId, Money amount, boolean test) {

    /** The states of an escrow. */
    enum Status {
        HELD,
        RELEASED,
        REFUNDED
    }
}
