package org.lanerunner.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in one currency, kept as integer minor units (cents, yen, fils). On the wire it is {@code {"amount":"12.50","currency":"USD"}}, with the amount as
 * text so that no reader rounds it. The exponent is ISO 4217's (JPY 0, USD 2, KWD 3). Amounts of two currencies are never added or compared.
 */
public record Money(@JsonIgnore long minorUnits, String currency) implements Comparable<Money> {

    /** A million millions of any currency's minor unit; an amount above it is a typing error. It limits the amounts that a request names, not their sums. */
    private static final long LIMIT = 1_000_000_000_000L;

    public Money {
        exponentOf(currency);
    }

    @JsonCreator
    public static Money of(
            @JsonProperty(value = "amount", required = true) String amount,
            @JsonProperty(value = "currency", required = true) String currency) {
        if (amount == null || !amount.matches("-?\\d{1,15}(\\.\\d{1,4})?")) {
            throw Refusal.invalid(
                    "/amount", "An amount is written with digits and a decimal point, such as \"12.50\".");
        }
        return new Money(named(amount, currency), currency);
    }

    private static long named(String amount, String currency) {
        int exponent = exponentOf(currency);
        BigDecimal minorUnits = new BigDecimal(amount).movePointRight(exponent);
        if (minorUnits.abs().compareTo(BigDecimal.valueOf(LIMIT)) > 0) {
            throw Refusal.invalid("/amount", "The amount is larger than any that is handled here.");
        }
        try {
            return minorUnits.setScale(0, RoundingMode.UNNECESSARY).longValueExact();
        } catch (ArithmeticException tooFine) {
            throw Refusal.invalid("/amount", currency + " has " + exponent + " decimal places.");
        }
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    @JsonProperty("amount")
    public String amount() {
        return decimal().toPlainString();
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(minorUnits, exponentOf(currency));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, same(other).minorUnits), currency);
    }

    /** This many basis points (hundredths of a percent) of the amount, rounded half up to a minor unit. */
    public Money basisPoints(int basisPoints) {
        BigDecimal share = BigDecimal.valueOf(minorUnits)
                .multiply(BigDecimal.valueOf(basisPoints))
                .movePointLeft(4);
        return new Money(share.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
    }

    public boolean positive() {
        return minorUnits > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, same(other).minorUnits);
    }

    @Override
    public String toString() {
        return amount() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
        return other;
    }

    private static int exponentOf(String currency) {
        try {
            int exponent = Currency.getInstance(String.valueOf(currency)).getDefaultFractionDigits();
            if (exponent >= 0) {
                return exponent;
            }
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("/currency", "A currency is a code of ISO 4217, such as USD.");
        }
        throw Refusal.invalid("/currency", "This code of ISO 4217 is not a currency to pay in.");
    }
}
