package org.lanerunner.factors;

import java.util.List;

/**
 * What a browser answers when it made a passkey, in base64url; and what the person calls it.
 *
 * @param challenge as beginning gave it
 */
public record NewPasskey(
        String challenge, String name, String clientData, String attestation, List<String> transports) {

    @Override
    public String toString() {
        return "NewPasskey";
    }
}
