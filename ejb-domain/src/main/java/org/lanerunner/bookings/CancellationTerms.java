package org.lanerunner.bookings;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.ledger.Payout;

/**
 * The terms that share out the price when a booking is cancelled; today {@link AllMoneyBack}. The booking itself says that it can be cancelled only before
 * loading.
 */
public interface CancellationTerms {

    /**
     * @param agreement the booking as it stood before the cancellation
     * @param cancelledBy the organisation that steps back
     */
    Payout payout(Agreement agreement, UUID cancelledBy, Instant at);
}
