package org.lanerunner.factors;

import java.util.List;

/**
 * A browser's answer when it made a passkey, in base64url, and the person's name for the passkey.
 *
 * @param challenge the challenge that began it
 */
public record NewPasskey(
        String challenge, String name, String clientData, String attestation, List<String> transports) {

    @Override
    public String toString() {
        return "NewPasskey";
    }
}
