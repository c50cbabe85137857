package org.lanerunner.factors;

import java.util.Base64;
import java.util.UUID;
import org.lanerunner.shared.Refusal;

/**
 * A browser's answer when a passkey was asked for. All of it is in base64url, as WebAuthn's JSON writes it.
 *
 * @param userHandle null where the passkey does not say whose it is
 */
public record ShownPasskey(
        String credentialId, String clientData, String authenticatorData, String signature, String userHandle) {

    private static final int LONGEST = 8_192;

    record Bytes(
            byte[] credentialId, byte[] clientData, byte[] authenticatorData, byte[] signature, byte[] userHandle) {

        /** True if the passkey says that it belongs to somebody else. */
        boolean contradicts(UUID person) {
            return userHandle != null && !person.equals(personOf(userHandle));
        }
    }

    /** @throws Refusal INVALID with the pointer of the text that is not base64url */
    Bytes bytes() {
        return new Bytes(
                decoded(credentialId, "/passkey/credentialId"),
                decoded(clientData, "/passkey/clientData"),
                decoded(authenticatorData, "/passkey/authenticatorData"),
                decoded(signature, "/passkey/signature"),
                userHandle == null || userHandle.isEmpty() ? null : decoded(userHandle, "/passkey/userHandle"));
    }

    static byte[] decoded(String text, String pointer) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            throw Refusal.invalid(pointer, "Hand on what the browser answered.");
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw Refusal.invalid(pointer, "This is no base64url.");
        }
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] handleOf(UUID person) {
        return java.nio.ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    private static UUID personOf(byte[] handle) {
        if (handle.length != 2 * Long.BYTES) {
            return null;
        }
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(handle);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public String toString() {
        return "ShownPasskey";
    }
}
