package org.lanerunner.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads settings through MicroProfile Config: system properties first, then the environment, then the default. Each is read once, since none changes while the
 * server runs.
 */
@NeedsNoPermission(because = "the ways in are configured by it")
@ApplicationScoped
public class Settings {

    private final Map<Setting, String> known = new ConcurrentHashMap<>();

    /** The setting's text; the empty text if it is empty. */
    public String text(Setting setting) {
        return known.computeIfAbsent(setting, Settings::read);
    }

    private static String read(Setting setting) {
        return ConfigProvider.getConfig()
                .getOptionalValue(setting.property(), String.class)
                .orElse(setting.defaultValue())
                .strip();
    }

    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** The duration, written as in ISO 8601, such as PT72H. */
    public Duration duration(Setting setting) {
        return Duration.parse(text(setting));
    }
}
