package org.lanerunner.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/**
 * An e-mail address as typed, and the key by which accounts are told apart: lower case, in normal form. A text that can be no address is refused. Whether mail
 * arrives there is another question.
 */
record EmailAddress(String text, String key) {

    private static final Pattern FORM =
            Pattern.compile("[^\\s@\\p{Cntrl}\\p{Cf}<>\"(),:;\\\\]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]{0,187})");
    private static final Pattern NEVER_NEW = Pattern.compile("[\\p{Z}\\[\\]]");
    private static final int MAXIMUM_LENGTH = 254;

    /** An address that is new here. One to which mail can't be sent is refused. */
    static EmailAddress of(String value, String pointer) {
        EmailAddress address = known(value, pointer);
        if (NEVER_NEW.matcher(address.text).find()) {
            throw Refusal.invalid(pointer, "This is no e-mail address.");
        }
        return address;
    }

    /** An address that an existing account may have, so that its person can go on signing in. */
    static EmailAddress known(String value, String pointer) {
        String text = Text.required(value, MAXIMUM_LENGTH, pointer);
        if (!FORM.matcher(text).matches() || text.contains("..") || text.endsWith(".") || text.endsWith("-")) {
            throw Refusal.invalid(pointer, "This is no e-mail address.");
        }
        return new EmailAddress(text, text.toLowerCase(Locale.ROOT));
    }
}
