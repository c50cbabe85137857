package org.lanerunner.shared;

import java.text.Normalizer;

/**
 * The rules of free text: Unicode in normal form C, no control characters but tab and line ends, no lone surrogates, trimmed, with a greatest length in code
 * points. Accepted text is kept and shown exactly as it comes out of here.
 */
public final class Text {

    private Text() {}

    /** @throws Refusal INVALID when blank, too long or not plain text */
    public static String required(String value, int maximumLength, String pointer) {
        String text = optional(value, maximumLength, pointer);
        if (text == null) {
            throw Refusal.invalid(pointer, "This can't be empty.");
        }
        return text;
    }

    /** The text; null for null or blank text. */
    public static String optional(String value, int maximumLength, String pointer) {
        if (value == null) {
            return null;
        }
        if (value.codePoints().anyMatch(Text::unfit)) {
            throw Refusal.invalid(pointer, "This holds characters that are not text.");
        }
        String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (text.codePointCount(0, text.length()) > maximumLength) {
            throw Refusal.invalid(pointer, "This is longer than " + maximumLength + " characters.");
        }
        return text.isEmpty() ? null : text;
    }

    private static boolean unfit(int codePoint) {
        boolean control =
                Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return control || surrogate;
    }
}
