package org.lanerunner.federation;

import java.util.regex.Pattern;
import org.lanerunner.shared.Refusal;

/**
 * The answer that a browser brings back from a provider, as the provider put it into the address.
 *
 * @param provider the provider to whose return page the browser came
 * @param error comes instead of a code where the person or the provider did not go on
 * @param iss the issuer that answers, where the provider names it
 */
public record ProviderAnswer(String provider, String state, String code, String error, String iss) {

    private static final int LONGEST = 4096;

    /** The form of a code in RFC 6749: printable characters of ASCII. */
    private static final Pattern CODE = Pattern.compile("[\\x20-\\x7e]{1," + LONGEST + "}");

    /**
     * Checks the form before the flow is used up and the provider is asked, since only a few may ask at once.
     *
     * @throws Refusal CONFLICT for a text that is no flow's state, INVALID for a text that is no provider's code
     */
    void requireWhole() {
        if (!FlowSecret.isOne(state)) {
            throw FederatedSignIn.over();
        }
        if (error == null && (code == null || !CODE.matcher(code).matches())) {
            throw Refusal.invalid("/code", "The provider's answer has a code.");
        }
        if (iss != null && iss.length() > LONGEST) {
            throw Refusal.invalid("/iss", "The provider's answer says by whom it is.");
        }
    }

    @Override
    public String toString() {
        return "ProviderAnswer";
    }
}
