package org.lanerunner.bookings;

import org.lanerunner.ledger.Payout;
import org.lanerunner.shared.Caller;

/**
 * Pays out what was funded. It is asked once, in the transaction that settles, refunds or cancels the booking; today it is {@link EscrowRelease}. A feature
 * that funds some bookings otherwise decorates this too (ADR 0035).
 */
public interface Release {

    /** @param payout the shares, which add up to the price */
    void release(Caller caller, Agreement agreement, Payout payout);
}
