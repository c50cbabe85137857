package org.lanerunner.federation;

import java.util.regex.Pattern;
import org.lanerunner.shared.Refusal;

/**
 * What a browser brings back from a provider, as the provider put it into the address.
 *
 * @param provider whose page of return it came to
 * @param error instead of a code, where the person or the provider did not go on
 * @param iss who answers, where the provider says so
 */
public record ProviderAnswer(String provider, String state, String code, String error, String iss) {

    private static final int LONGEST = 4096;

    /** As RFC 6749 writes one: printable characters of ASCII. */
    private static final Pattern CODE = Pattern.compile("[\\x20-\\x7e]{1," + LONGEST + "}");

    /**
     * Before the flow is used up and the provider is asked, which only so many do at once.
     *
     * @throws Refusal CONFLICT for what is no state of any flow, INVALID for what is no code of any provider
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
