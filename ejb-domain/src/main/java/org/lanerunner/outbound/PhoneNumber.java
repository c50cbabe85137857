package org.lanerunner.outbound;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanerunner.shared.Refusal;

/**
 * A number to which an SMS may be sent, in the one form that it has all over the world (E.164). Numbers that cost their caller more, or behind which there is
 * no telephone, are refused: a person who has messages sent to them may be paid for it.
 *
 * @param e164 such as {@code +12015550123}
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 40;
    private static final Set<PhoneNumberType> REACHED =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /** North America's 555-0100 to 555-0199, which are kept free for stories. */
    private static final Pattern NOBODYS = Pattern.compile("\\+1\\d{3}55501\\d{2}");

    /** @throws Refusal INVALID for a text that is no such number */
    public static PhoneNumber of(String text, String pointer) {
        return find(text)
                .orElseThrow(() -> Refusal.invalid(
                        pointer,
                        "This is no number of a mobile phone. Write it with its country, such as +1 201 555 0123."));
    }

    static Optional<PhoneNumber> find(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, null);
            boolean reached = !number.hasExtension()
                    && NUMBERS.isValidNumber(number)
                    && REACHED.contains(NUMBERS.getNumberType(number));
            return reached
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }

    /** The calling code of its country, or of the countries that share it, such as {@code +1}. */
    public String callingCode() {
        return "+" + parsed().getCountryCode();
    }

    /** @param place an ISO country, such as {@code US}, or a calling code, which several countries may share */
    boolean isIn(String place) {
        return place.startsWith("+")
                ? place.equals(callingCode())
                : place.equalsIgnoreCase(NUMBERS.getRegionCodeForNumber(parsed()));
    }

    /** The number as people read it. */
    public String international() {
        return NUMBERS.format(parsed(), PhoneNumberFormat.INTERNATIONAL);
    }

    /** The last digits, by which its holder recognises it and others don't. */
    public String lastDigits() {
        return e164.substring(e164.length() - 2);
    }

    boolean isNobodys() {
        return NOBODYS.matcher(e164).matches();
    }

    private Phonenumber.PhoneNumber parsed() {
        try {
            return NUMBERS.parse(e164, null);
        } catch (NumberParseException impossible) {
            throw new IllegalStateException("no number: " + e164.length() + " characters", impossible);
        }
    }
}
