package org.lanerunner.deals;

import static org.lanerunner.deals.OfferStatus.OPEN;

import java.util.Set;
import org.lanerunner.shared.Command;

/** What can be done with an offer in which state: everything while it is open, nothing afterwards. */
enum OfferCommand implements Command<OfferStatus> {
    COUNTER(OPEN),
    ACCEPT(OPEN),
    DECLINE(OPEN),
    WITHDRAW(OPEN),
    GIVE_WAY(OPEN),
    CLOSE(OPEN),
    EXPIRE(OPEN);

    private final Set<OfferStatus> from;

    OfferCommand(OfferStatus... from) {
        this.from = Set.of(from);
    }

    @Override
    public Set<OfferStatus> from() {
        return from;
    }

    @Override
    public String toWhat() {
        return "an offer";
    }

    @Override
    public String slug(OfferStatus state) {
        return "offers/not-open";
    }
}
