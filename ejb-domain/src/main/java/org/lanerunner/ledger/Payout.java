package org.lanerunner.ledger;

import org.lanerunner.shared.Money;

/**
 * How the money that is held for a booking is shared out: what goes back to the buyer, what the seller gets and what the platform keeps, in one currency. It
 * refuses a share below zero. The ledger checks that the three make the whole.
 */
public record Payout(Money toBuyer, Money toSeller, Money fee) {

    public Payout {
        Money nothing = Money.zero(toBuyer.currency());
        if (toBuyer.compareTo(nothing) < 0 || toSeller.compareTo(nothing) < 0 || fee.compareTo(nothing) < 0) {
            throw new IllegalArgumentException(toBuyer + ", " + toSeller + " and " + fee + " are no shares");
        }
    }

    /** The seller has done its part: the price less the fee. */
    public static Payout toSeller(Money price, Money fee) {
        return new Payout(Money.zero(price.currency()), price.minus(fee), fee);
    }

    /** Nothing is owed to the seller: all of it goes back. */
    public static Payout backToBuyer(Money price) {
        return new Payout(price, Money.zero(price.currency()), Money.zero(price.currency()));
    }

    Money whole() {
        return toBuyer.plus(toSeller).plus(fee);
    }

    boolean refunds() {
        return toBuyer.positive();
    }
}
