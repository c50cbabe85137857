package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.shared.Caller;

/** Moves the price from the buyer's wallet into escrow. */
@ApplicationScoped
class EscrowFunding implements Funding {

    @Inject
    private Ledger ledger;

    @Override
    public void fund(Caller caller, Agreement agreement) {
        ledger.hold(
                caller,
                agreement.bookingId(),
                agreement.buyerOrganisationId(),
                agreement.money().price());
    }
}
