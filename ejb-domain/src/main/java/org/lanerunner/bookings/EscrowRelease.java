package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.ledger.Payout;
import org.lanerunner.shared.Caller;

/** Pays out the escrow. */
@ApplicationScoped
class EscrowRelease implements Release {

    @Inject
    private Ledger ledger;

    @Override
    public void release(Caller caller, Agreement agreement, Payout payout) {
        ledger.payOut(caller, agreement.bookingId(), agreement.sellerOrganisationId(), payout);
    }
}
