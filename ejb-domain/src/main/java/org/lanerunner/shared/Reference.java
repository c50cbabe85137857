package org.lanerunner.shared;

import java.security.SecureRandom;

/**
 * Short references for people to say on the phone: a letter for the kind of thing and eight characters of Crockford's base 32 (no I, L, O, U), such as
 * {@code L-7K3M9QTZ}. They are random, so that nobody can tell how much business there is. A unique index guards against the rare case of two equal ones.
 */
public final class Reference {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    public static String next(String letter) {
        StringBuilder reference = new StringBuilder(letter).append('-');
        for (int i = 0; i < LENGTH; i++) {
            reference.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        }
        return reference.toString();
    }
}
