package org.lanerunner.factors;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;

/**
 * What a browser is asked to do: to make a passkey, or to show one.
 *
 * @param challenge to be handed back with the answer
 * @param nonce the bytes that the passkey signs, in base64url
 * @param host the host that the passkey is for
 * @param passkeys the existing ones: one of them is to be shown, or none of them to be made again; empty to show any
 * @param user the person whose passkey is made; null when one is shown
 * @param expiresIn the number of seconds for which the request is good
 */
public record PasskeyRequest(
        String challenge,
        String nonce,
        String host,
        List<Known> passkeys,
        @Nullable User user,
        long expiresIn) {

    /** @param id the passkey's id, in base64url */
    public record Known(String id, List<String> transports) {}

    /** @param id the person's id, in base64url */
    public record User(String id, String name, String displayName) {

        static User of(UUID id, String email, String name) {
            return new User(ShownPasskey.encoded(ShownPasskey.handleOf(id)), email, name);
        }
    }
}
