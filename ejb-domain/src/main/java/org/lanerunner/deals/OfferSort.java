package org.lanerunner.deals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.lanerunner.identity.Trader;

/** In which order the offers of a load are shown: those that are open before those that have ended, and what is equal the newest first. */
public enum OfferSort {
    /** The newest first. */
    DATE((a, b) -> 0),

    /** The lowest first. */
    PRICE(Comparator.comparingLong(each -> each.offer().price().minorUnits())),

    /** The lowest first; offers on legs of their own differ in more than their price. What has no distance comes last. */
    PRICE_PER_DISTANCE(Comparator.comparing(Compared::perMeter, Comparator.nullsLast(Comparator.naturalOrder()))),

    /** Who has done most first; of those who have done as much, who has called off least. */
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

    /** What of an offer decides where it stands. @param meters of its leg; zero where that is not there any more */
    record Compared(Offer offer, long meters, Trader counterpart) {

        private BigDecimal perMeter() {
            return meters == 0
                    ? null
                    : BigDecimal.valueOf(offer.price().minorUnits())
                            .divide(BigDecimal.valueOf(meters), DIGITS, RoundingMode.HALF_UP);
        }
    }
}
