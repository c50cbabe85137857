package org.lanerunner.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that attackers try first: those of a list that are long enough to be allowed at all, runs of one or two characters or of neighbours, and what is
 * known of the person anyway. There are no rules of composition: they make passwords that are hard to remember and easy to guess (NIST SP 800-63B).
 */
final class CommonPasswords {

    private static final Set<String> LIST = list();
    private static final String PRODUCT = "lanerunner";
    private static final int LEAST_LETTERS = 4;

    private CommonPasswords() {}

    /** @param own the person's address and name, as far as they are known */
    static boolean knows(String password, String... own) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (LIST.contains(lower) || isRun(lower) || isOnly(lower, PRODUCT)) {
            return true;
        }
        for (String text : own) {
            if (text != null && isOf(lower, text.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    static int count() {
        return LIST.size();
    }

    private static boolean isOf(String password, String text) {
        int at = text.indexOf('@');
        return password.equals(text) || isOnly(password, text) || at > 0 && isOnly(password, text.substring(0, at));
    }

    /** True if the letters of both are the same, whatever digits and signs stand around and between them. */
    private static boolean isOnly(String password, String text) {
        String letters = letters(text);
        return letters.length() >= LEAST_LETTERS && letters(password).equals(letters);
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isRun(String password) {
        int[] points = password.codePoints().toArray();
        if (password.codePoints().distinct().count() <= 2) {
            return true;
        }
        int step = points[1] - points[0];
        for (int i = 2; i < points.length; i++) {
            if (points[i] - points[i - 1] != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    private static Set<String> list() {
        try (InputStream file = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
