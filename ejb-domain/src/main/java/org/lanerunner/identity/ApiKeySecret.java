package org.lanerunner.identity;

import java.util.regex.Pattern;

/** The secret of an API key: 256 random bits behind a mark by which anybody who finds one knows what it is. */
final class ApiKeySecret {

    private static final String MARK = "lr_";
    private static final int SHOWN = 11;
    private static final Pattern FORM = Pattern.compile(MARK + "[A-Za-z0-9_-]{43}");

    private ApiKeySecret() {}

    static Secret random() {
        return new Secret(MARK + Secret.random().text());
    }

    static boolean isOne(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** The beginning of the secret: enough to tell one from another, and of no use for guessing it. */
    static String prefix(Secret secret) {
        return secret.text().substring(0, SHOWN);
    }
}
