package org.lanerunner.shared.rest;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a call is named in log and audit until it is known which one it is, or when it is none: the words at the beginning of its path. Whatever else stands there, and
 * may be long or a secret, is a star.
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
