package org.lanerunner.shared.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

/**
 * Checks each number while it is still text, and refuses one that is long or has a large exponent. Calculating with such a number could fail or take very
 * long, and no field here needs one. So the code behind this parser never meets such a number.
 */
final class BoundedNumbers extends JsonParserDelegate {

    /** Twice as many digits as a double can distinguish, and as many as the decimals of other languages write. */
    static final int MOST_DIGITS = 40;

    /** The exponents of doubles end at 308. */
    static final int LARGEST_EXPONENT = 400;

    BoundedNumbers(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token;
        try {
            token = super.nextToken();
        } catch (StreamConstraintsException beyond) {
            if (beyond.getOriginalMessage().startsWith("Number value length")) {
                throw unfit();
            }
            throw beyond;
        }
        if (token != null && token.isNumeric() && !fits(getText())) {
            throw unfit();
        }
        return token;
    }

    private Refusal unfit() {
        return Refusal.invalid(
                        getParsingContext().pathAsPointer().toString(),
                        "A number has at most " + MOST_DIGITS + " digits and no exponent beyond " + LARGEST_EXPONENT
                                + ".")
                .beyond(Limit.NUMBER);
    }

    /** Whether a JSON number is within the bounds. Leading zeros do not count. */
    static boolean fits(String number) {
        int digits = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == 'e' || c == 'E') {
                return fitsAsExponent(number.substring(i + 1));
            }
            if (c >= '1' && c <= '9' || c == '0' && digits > 0) {
                digits++;
            }
            if (digits > MOST_DIGITS) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsAsExponent(String exponent) {
        String digits = exponent.replaceFirst("^[+-]?0*", "");
        return digits.length() <= 3 && (digits.isEmpty() || Integer.parseInt(digits) <= LARGEST_EXPONENT);
    }
}
