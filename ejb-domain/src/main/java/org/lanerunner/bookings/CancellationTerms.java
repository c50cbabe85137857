package org.lanerunner.bookings;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.ledger.Payout;

/** Who gets what of the price when a booking is cancelled; that it can be, before loading, the booking says. Today {@link AllMoneyBack}. */
public interface CancellationTerms {

    /**
     * @param agreement as it stood before the cancellation
     * @param cancelledBy the organisation that steps back
     */
    Payout payout(Agreement agreement, UUID cancelledBy, Instant at);
}
