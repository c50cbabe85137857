package org.lanerunner.deals;

import org.lanerunner.shared.Money;

/** The platform's fee on the carrier's side: a rate in basis points, fixed by the offer that shows it. */
public record Fee(int basisPoints, Money amount, Money sellerReceives) {

    static Fee of(Money price, int basisPoints) {
        Money amount = price.basisPoints(basisPoints);
        return new Fee(basisPoints, amount, price.minus(amount));
    }
}
