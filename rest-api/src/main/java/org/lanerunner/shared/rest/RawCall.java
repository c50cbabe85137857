package org.lanerunner.shared.rest;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a call in log and audit as long as its resource is not known, or when it has none: the first parts of its path that look like plain words.
 * Every other part, which may be long or a secret, becomes a star.
 */
final class RawCall {

    private static final Pattern WORD = Pattern.compile("[a-z]{1,20}(-[a-z]{1,20})?");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,10}");
    private static final int WORDS = 6;
    private static final int LOOKED_AT = 200;

    private RawCall() {}

    static String of(String method, String path) {
        String beginning = path.substring(0, Math.min(path.length(), LOOKED_AT));
        String[] parts = beginning.split("/", WORDS + 2);
        String words = Arrays.stream(parts)
                .skip(1)
                .limit(WORDS)
                .map(part -> WORD.matcher(part).matches() ? part : "*")
                .collect(Collectors.joining("/", "/", ""));
        return (METHOD.matcher(method).matches() ? method : "*") + " " + words;
    }
}
