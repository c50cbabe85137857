package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void everyCurrencyHasItsOwnExponent() {
        assertEquals(1250, Money.of("12.50", "USD").minorUnits());
        assertEquals(12, Money.of("12", "JPY").minorUnits());
        assertEquals(5124, Money.of("5.124", "KWD").minorUnits());
        assertEquals("5.124", new Money(5124, "KWD").amount());
        assertEquals("-0.01", new Money(-1, "USD").amount());
    }

    @Test
    void whatIsFinerThanTheCurrencyIsRefused() {
        assertThrows(Refusal.class, () -> Money.of("12.505", "USD"));
        assertThrows(Refusal.class, () -> Money.of("12.5", "JPY"));
    }

    @Test
    void nonsenseIsRefused() {
        for (String amount : new String[] {"", "1e3", "NaN", "1,000.00", "٣", "999999999999999.99", "0x10", " 1"}) {
            assertThrows(Refusal.class, () -> Money.of(amount, "USD"), amount);
        }
        for (String currency : new String[] {"", "usd", "XXX", "XAU", "DOLLAR", null}) {
            assertThrows(Refusal.class, () -> Money.of("1", currency), currency);
        }
    }

    @Test
    void aNamedAmountIsBoundedAndASumOfThemIsNot() {
        Money most = Money.of("10000000000.00", "USD");
        assertThrows(Refusal.class, () -> Money.of("10000000000.01", "USD"));
        assertThrows(Refusal.class, () -> Money.of("-10000000000.01", "USD"));
        assertThrows(Refusal.class, () -> Money.of("1000000000000.1", "JPY"));
        assertEquals("10000000000.01", most.plus(new Money(1, "USD")).amount());
        assertEquals("92233720368547758.07", new Money(Long.MAX_VALUE, "USD").amount());
    }

    @Test
    void currenciesDoNotMix() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("1", "USD").plus(Money.of("1", "EUR")));
    }

    @Property
    void theWireFormReadsBackAsItWas(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long minorUnits) {
        for (String currency : new String[] {"USD", "JPY", "KWD"}) {
            Money money = new Money(minorUnits, currency);
            assertEquals(money, Money.of(money.amount(), currency));
        }
    }

    @Property
    void aShareAndTheRestAreTheWhole(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long minorUnits,
            @ForAll @IntRange(max = 10_000) int basisPoints) {
        Money whole = new Money(minorUnits, "USD");
        Money share = whole.basisPoints(basisPoints);
        assertEquals(whole, share.plus(whole.minus(share)));
        assertEquals(minorUnits * (double) basisPoints / 10_000, share.minorUnits(), 0.5 + minorUnits * 1e-15);
    }
}
