package org.lanerunner.shared;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Locale;

/**
 * A setting: one name, read by MicroProfile Config as {@code lanerunner.x.y} and from the environment as {@code LANERUNNER_X_Y}. Each feature has its own as
 * public constants of a class {@code <Feature>Settings}; those of the server as a whole are {@link ServerSettings}. The table in docs/operations/settings.md is
 * made from them.
 *
 * @param description a sentence that says what it is, with the unit of a number
 */
public record Setting(String property, String defaultValue, String description) {

    /** All settings: those of the server, then each feature's in alphabetical order. */
    public static List<Setting> all() {
        return Declarations.of("Settings")
                .filter(constant -> constant.getType() == Setting.class)
                .sorted(comparing(constant -> constant.getDeclaringClass() != ServerSettings.class))
                .map(constant -> (Setting) Declarations.value(constant))
                .toList();
    }

    public String environmentName() {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
