package org.lanerunner.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A setting: one name, read by MicroProfile Config as {@code lanerunner.x.y} and from the environment as {@code LANERUNNER_X_Y}. Each feature has its own as public
 * constants of a class {@code <Feature>Settings}; those of the server as a whole are {@link ServerSettings}. The table in docs/operations/settings.md is made from them.
 *
 * @param description a sentence that says what it is, and the unit of a number
 */
public record Setting(String property, String defaultValue, String description) {

    /** The names of the features' classes, one a line; the build writes it. */
    private static final String INDEX = "settings.index";

    /** Those of the server, then each feature's in the order of the alphabet. */
    public static List<Setting> all() {
        try (InputStream index = Setting.class.getResourceAsStream(INDEX)) {
            Stream<String> features = new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(name -> !name.equals(ServerSettings.class.getName()))
                    .sorted();
            return Stream.concat(Stream.of(ServerSettings.class.getName()), features)
                    .flatMap(Setting::in)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Setting> in(String name) {
        try {
            return Stream.of(Class.forName(name).getFields())
                    .filter(field -> field.getType() == Setting.class)
                    .map(Setting::valueOf);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Setting valueOf(Field constant) {
        try {
            return (Setting) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String environmentName() {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
