package org.lanerunner.shared;

import java.util.Locale;

/**
 * What somebody looks for by some characters: a reference by its beginning, with or without its letter, or a place by a part of its name. Upper and lower case are the
 * same.
 */
public record Wanted(String text) {

    public static final int FEWEST_CHARACTERS = 2;
    public static final int MOST_CHARACTERS = 100;

    /** Patterns are for LIKE with this as its escape. */
    private static final String ESCAPED = "([!%_])";

    public Wanted {
        text = text == null ? "" : Text.required(text, MOST_CHARACTERS, "/q");
        if (text.codePointCount(0, text.length()) < FEWEST_CHARACTERS) {
            throw Refusal.invalid("/q", "Give at least " + FEWEST_CHARACTERS + " characters.");
        }
    }

    /** A pattern of references that begin so. */
    public String reference() {
        return escaped().toUpperCase(Locale.ROOT) + "%";
    }

    /** A pattern of references that begin so after their letter. */
    public String referenceAfter(String letter) {
        return letter + "-" + reference();
    }

    /** A pattern of names in lower case that hold it. */
    public String place() {
        return "%" + escaped().toLowerCase(Locale.ROOT) + "%";
    }

    private String escaped() {
        return text.replaceAll(ESCAPED, "!$1");
    }
}
