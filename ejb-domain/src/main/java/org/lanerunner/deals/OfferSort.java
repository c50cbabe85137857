package org.lanerunner.deals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/** In which order the offers of a load are shown; what is equal, the newest first. */
public enum OfferSort {
    DATE((a, b) -> 0),

    /** The lowest first. */
    PRICE(Comparator.comparingLong(offer -> offer.price().minorUnits())),

    /** The lowest first; offers on legs of their own differ in more than their price. What has no distance comes last. */
    PRICE_PER_DISTANCE(Comparator.comparing(OfferSort::perMeter, Comparator.nullsLast(Comparator.naturalOrder()))),

    /** Who has done most first; of those who have done as much, who has called off least. */
    RECORD(Comparator.comparingLong((OfferView offer) -> -offer.counterpart().done())
            .thenComparingLong(offer -> offer.counterpart().cancelled()));

    private static final int DIGITS = 12;

    private final Comparator<OfferView> order;

    OfferSort(Comparator<OfferView> order) {
        this.order = order.thenComparing(OfferView::createdAt, Comparator.reverseOrder())
                .thenComparing(offer -> offer.id().toString(), Comparator.reverseOrder());
    }

    Comparator<OfferView> order() {
        return order;
    }

    private static BigDecimal perMeter(OfferView offer) {
        return offer.leg() == null || offer.leg().distanceMeters() == 0
                ? null
                : BigDecimal.valueOf(offer.price().minorUnits())
                        .divide(BigDecimal.valueOf(offer.leg().distanceMeters()), DIGITS, RoundingMode.HALF_UP);
    }
}
