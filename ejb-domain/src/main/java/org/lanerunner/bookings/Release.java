package org.lanerunner.bookings;

import org.lanerunner.ledger.Payout;
import org.lanerunner.shared.Caller;

/**
 * How what was funded is paid out. Asked once, in the transaction that settles, refunds or cancels the booking; today {@link EscrowRelease}. Who funds some bookings otherwise
 * decorates this too (ADR 0035).
 */
public interface Release {

    /** @param payout the shares, which make the price */
    void release(Caller caller, Agreement agreement, Payout payout);
}
