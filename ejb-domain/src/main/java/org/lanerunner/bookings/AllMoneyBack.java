package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.ledger.Payout;

/** Before loading nobody owes anything, whoever steps back and however late. */
@ApplicationScoped
class AllMoneyBack implements CancellationTerms {

    @Override
    public Payout payout(Agreement agreement, UUID cancelledBy, Instant at) {
        return Payout.backToBuyer(agreement.money().price());
    }
}
