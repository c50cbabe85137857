package org.lanerunner.shared;

import java.util.Locale;

/**
 * A search by some characters: for a reference by its beginning, with or without its letter, or for a place by a part of its name. Upper and lower case are the
 * same.
 */
public record Wanted(String text) {

    public static final int FEWEST_CHARACTERS = 2;
    public static final int MOST_CHARACTERS = 100;

    /** The characters that are escaped in a pattern for LIKE; the exclamation mark is the escape character. */
    private static final String ESCAPED = "([!%_])";

    public Wanted {
        text = text == null ? "" : Text.required(text, MOST_CHARACTERS, "/q");
        if (text.codePointCount(0, text.length()) < FEWEST_CHARACTERS) {
            throw Refusal.invalid("/q", "Give at least " + FEWEST_CHARACTERS + " characters.");
        }
    }

    /** A pattern for references that begin with the text. */
    public String reference() {
        return escaped().toUpperCase(Locale.ROOT) + "%";
    }

    /** A pattern for references that begin with the text after their letter. */
    public String referenceAfter(String letter) {
        return letter + "-" + reference();
    }

    /** A pattern for names in lower case that contain the text. */
    public String place() {
        return "%" + escaped().toLowerCase(Locale.ROOT) + "%";
    }

    private String escaped() {
        return text.replaceAll(ESCAPED, "!$1");
    }
}
