package org.lanerunner.bookings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.lanerunner.events.EventData;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Money;

/** What the buyer pays and what of it the platform keeps, in real money or in test money. */
@Embeddable
public record AgreedMoney(
        @Column(name = "price_minor") long priceMinor,
        @Column(name = "fee_minor") long feeMinor,
        @Code String currency,
        @Column(name = "test_money") boolean test) {

    static AgreedMoney of(Money price, Money fee, boolean test) {
        return new AgreedMoney(price.minorUnits(), fee.minorUnits(), price.currency(), test);
    }

    public Money price() {
        return new Money(priceMinor, currency);
    }

    public Money fee() {
        return new Money(feeMinor, currency);
    }

    public Money sellerReceives() {
        return price().minus(fee());
    }

    /** The money in the words of events. */
    EventData facts() {
        return EventData.none().with("price", price()).with("fee", fee()).with("sellerReceives", sellerReceives());
    }
}
