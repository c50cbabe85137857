package org.lanerunner.factors;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;

/**
 * What a browser is asked: to make a passkey, or to show one.
 *
 * @param challenge handed back with the answer
 * @param nonce what the passkey signs, in base64url
 * @param host the host that the passkey is for
 * @param passkeys those that are there: of which one is to be shown, or that are not to be made again; empty for any
 * @param user whose passkey is made; null when one is shown
 * @param expiresIn seconds
 */
public record PasskeyRequest(
        String challenge,
        String nonce,
        String host,
        List<Known> passkeys,
        @Nullable User user,
        long expiresIn) {

    /** @param id in base64url */
    public record Known(String id, List<String> transports) {}

    /** @param id in base64url */
    public record User(String id, String name, String displayName) {

        static User of(UUID id, String email, String name) {
            return new User(ShownPasskey.encoded(ShownPasskey.handleOf(id)), email, name);
        }
    }
}
