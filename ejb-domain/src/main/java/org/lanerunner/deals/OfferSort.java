package org.lanerunner.deals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.lanerunner.identity.Trader;

/** The order in which the offers of a load are shown. Open offers come before those that have ended, and of equal ones the newest comes first. */
public enum OfferSort {
    /** The newest offer first. */
    DATE((a, b) -> 0),

    /** The lowest price first. */
    PRICE(Comparator.comparingLong(each -> each.offer().price().minorUnits())),

    /** The lowest price for its distance first: offers on different legs of a load differ in more than their price. Offers without a distance come last. */
    PRICE_PER_DISTANCE(Comparator.comparing(Compared::perMeter, Comparator.nullsLast(Comparator.naturalOrder()))),

    /** The counterpart that has done most first; among those that have done as much, the one that has called off least. */
    RECORD(Comparator.comparingLong((Compared each) -> -each.counterpart().done())
            .thenComparingLong(each -> each.counterpart().cancelled()));

    private static final int DIGITS = 12;

    private final Comparator<Compared> order;

    OfferSort(Comparator<Compared> order) {
        this.order = Comparator.comparing((Compared each) -> each.offer().status() != OfferStatus.OPEN)
                .thenComparing(order)
                .thenComparing(each -> each.offer().id().toString(), Comparator.reverseOrder());
    }

    Comparator<Compared> order() {
        return order;
    }

    /** What decides where an offer stands in the order. @param meters of its leg; zero where the leg is gone */
    record Compared(Offer offer, long meters, Trader counterpart) {

        private BigDecimal perMeter() {
            return meters == 0
                    ? null
                    : BigDecimal.valueOf(offer.price().minorUnits())
                            .divide(BigDecimal.valueOf(meters), DIGITS, RoundingMode.HALF_UP);
        }
    }
}
