package org.lanerunner.gate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The token that a load test shows to have rates lifted. It is shown once and kept as a hash. It has 256 random bits, so a plain hash suffices. */
record BypassToken(String text) {

    private static final String PREFIX = "lrb_";
    private static final int BYTES = 32;
    private static final int LONGEST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    static BypassToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new BypassToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** True if the text has the form of such a token. */
    boolean isOne() {
        return text.startsWith(PREFIX) && text.length() <= LONGEST;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "BypassToken";
    }
}
