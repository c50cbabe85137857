package org.lanerunner.places;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The rule by which names are compared: without case, accents and punctuation, in any script. The tables hold names
 * folded by this very rule, so a change of it needs new tables (a test compares them).
 */
final class PlaceName {

    private PlaceName() {}

    /** The name as it is looked up: words separated by single blanks; empty where nothing is left. */
    static String folded(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        boolean blank = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            String letters = silent(c) ? "" : letters(c);
            if (letters == null) {
                blank = folded.length() > 0;
            } else if (!letters.isEmpty()) {
                if (blank) {
                    folded.append(' ');
                    blank = false;
                }
                folded.append(letters);
            }
        }
        return folded.toString();
    }

    /** The letters that stand for a character: itself or its plain form; null where it separates words. */
    private static String letters(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'ı' -> "i";
            case 'ħ' -> "h";
            case 'ŧ' -> "t";
            case 'ŋ' -> "n";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            case 'ς' -> "σ";
            case 'ة' -> "ه";
            case 'ى', 'ی' -> "ي";
            case 'ک' -> "ك";
            default -> Character.isLetterOrDigit(c) || Character.isSurrogate(c) || mark(c) ? String.valueOf(c) : null;
        };
    }

    /** True if the character is dropped without separating words: accents, apostrophes, full stops, characters without width. */
    private static boolean silent(char c) {
        return accent(c) || "'’‘ʼʻ`´ʹʾʿ.\u0640".indexOf(c) >= 0 || Character.getType(c) == Character.FORMAT;
    }

    private static boolean mark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** True if the character is a mark that writers leave out: Latin, Greek and Cyrillic accents, Hebrew and Arabic points; but not India's vowels. */
    private static boolean accent(char c) {
        return c >= '\u0300' && c <= '\u036F'
                || c >= '\u0591' && c <= '\u05C7'
                || c >= '\u064B' && c <= '\u065F'
                || c == '\u0670'
                || c >= '\u06D6' && c <= '\u06ED';
    }
}
