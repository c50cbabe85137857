package org.lanerunner.factors;

import org.lanerunner.shared.Refusal;

/**
 * What somebody shows to prove who they are.
 *
 * @param code null for a passkey
 * @param passkey null for anything else
 */
public record Shown(Method method, String code, ShownPasskey passkey) {

    private static final int LONGEST = 200;

    /** @throws Refusal INVALID for something that can't be right for anybody */
    void requireWhole() {
        if (method == null) {
            throw Refusal.invalid("/method", "Say what you show.");
        }
        if (method == Method.PASSKEY) {
            if (passkey == null) {
                throw Refusal.invalid("/passkey", "Hand on what the browser answered.");
            }
            passkey.bytes();
        } else if (code == null || code.isBlank() || code.length() > LONGEST) {
            throw Refusal.invalid("/code", "Enter the code.");
        }
    }

    @Override
    public String toString() {
        return "Shown " + method;
    }
}
