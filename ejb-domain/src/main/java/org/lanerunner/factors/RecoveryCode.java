package org.lanerunner.factors;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;

/**
 * A code for a person who has lost everything else. It is good once and kept as a hash. It has 120 random bits, so nobody guesses it and a plain hash suffices.
 * It is read without its dashes, and has no letters that look like others.
 */
record RecoveryCode(String text) {

    static final int LENGTH = 24;
    private static final int GROUP = 4;
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    static RecoveryCode random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new RecoveryCode(text.toString());
    }

    /** The code as somebody typed it. */
    static RecoveryCode typed(String text) {
        return new RecoveryCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** The code in groups, as it is shown. */
    String shown() {
        return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    byte[] hash(UUID personId) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return digest.digest(("recovery code " + personId + ' ' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCode";
    }
}
