package org.lanerunner.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Setting;

/**
 * The settings in force for one data folder: the environment first (LANERUNNER_X), then the folder's settings.properties (under either name), then the
 * default. A name in the file that no setting has is refused, since a misspelt setting would silently do nothing.
 */
public final class EffectiveSettings {
    private static final String FEATURE_LEVEL = "lanerunner.log.level.";
    private final Map<Setting, String> values = new HashMap<>();
    private final Map<String, String> featureLevels = new TreeMap<>();

    private EffectiveSettings() {}

    public static EffectiveSettings of(DataFolder data, Map<String, String> environment) {
        EffectiveSettings effective = new EffectiveSettings();
        Map<String, String> file = fileSettings(data);
        for (Setting setting : Setting.all()) {
            String inFile = file.remove(setting.property());
            String fromEnvironment = environment.get(setting.environmentName());
            String value = fromEnvironment != null ? fromEnvironment : inFile;
            if (value != null && !value.isBlank()) {
                effective.values.put(setting, value.strip());
            }
        }
        file.forEach((name, value) -> {
            if (!name.startsWith(FEATURE_LEVEL)) {
                throw new LaunchFailure("settings.properties names " + name
                        + ", which is no setting. docs/operations/settings.md lists them.");
            }
            effective.featureLevels.put(name, value);
        });
        environment.forEach((name, value) -> {
            String property = propertyName(name);
            if (property.startsWith(FEATURE_LEVEL)) {
                effective.featureLevels.put(property, value);
            }
        });
        return effective;
    }

    private static Map<String, String> fileSettings(DataFolder data) {
        Map<String, String> settings = new TreeMap<>();
        if (Files.exists(data.settingsFile())) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(data.settingsFile())) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException broken) {
                throw new LaunchFailure(data.settingsFile() + " can't be read: " + broken.getMessage(), broken);
            }
            properties.forEach((name, value) -> settings.put(propertyName(name.toString()), value.toString()));
        }
        return settings;
    }

    private static String propertyName(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.defaultValue());
    }

    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    public int number(Setting setting) {
        try {
            return Integer.parseInt(text(setting));
        } catch (NumberFormatException broken) {
            throw new LaunchFailure(
                    setting.environmentName() + " must be a whole number, not \"" + text(setting) + "\".");
        }
    }

    void put(Setting setting, String value) {
        values.put(setting, value);
    }

    boolean usesExternalDatabase() {
        return !text(ServerSettings.DB_URL).isEmpty();
    }

    /** Every setting that has a value, by property name. */
    Map<String, String> asProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Setting setting : Setting.all()) {
            if (!text(setting).isEmpty()) {
                properties.put(setting.property(), text(setting));
            }
        }
        properties.putAll(featureLevels);
        return properties;
    }

    /** Writes a setting into the folder's own file, so that later starts keep it. */
    public static void keep(DataFolder data, Setting setting, String value) {
        Map<String, String> settings = fileSettings(data);
        if (value.equals(settings.put(setting.property(), value))) {
            return;
        }
        StringBuilder content =
                new StringBuilder("# Settings of this data folder; docs/operations/settings.md lists them all.\n");
        settings.forEach(
                (name, kept) -> content.append(name).append('=').append(kept).append('\n'));
        DataFolder.writePrivate(data.settingsFile(), content.toString());
    }
}
