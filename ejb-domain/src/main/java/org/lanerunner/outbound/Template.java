package org.lanerunner.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of words with {@code {places}}. A value is inserted as one line of plain text, whatever somebody wrote, and is not searched for further places. */
final class Template {

    static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private Template() {}

    /** The kind, such as {@code identity/password-changed}. */
    static String kind(Class<?> feature, String template) {
        String packageName = feature.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1) + "/" + template;
    }

    /** @throws IllegalStateException when a value is missing */
    static String fill(String kind, String words, Map<String, String> values) {
        return PLACE.matcher(words).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException(kind + " needs a value for " + found.group(1));
            }
            return Matcher.quoteReplacement(oneLine(value));
        });
    }

    static String oneLine(String value) {
        return UNSEEN.matcher(value).replaceAll(" ").strip();
    }

    static String resource(Class<?> near, String name) {
        try (InputStream file = near.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there are no words in " + near.getPackageName() + ": " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
