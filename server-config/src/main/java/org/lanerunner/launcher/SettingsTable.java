package org.lanerunner.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lanerunner.shared.Setting;

/** The table of all settings, docs/operations/settings.md, made from {@link Setting}. */
public final class SettingsTable {
    private SettingsTable() {}

    /** Writes the table anew: {@code java -cp … org.lanerunner.launcher.SettingsTable FILE}. */
    public static void main(String[] words) throws IOException {
        Files.writeString(Path.of(words[0]), text());
    }

    static String text() {
        StringBuilder table = new StringBuilder("""
                # Settings

                Made from the features' classes of settings; a test compares. A setting is taken from the environment, else from `settings.properties` in the
                data folder (either name works there), else it has its default. The launcher hands all of them to the server, where the application reads
                them through MicroProfile Config and the server's configuration as expressions of the same name. A name that is not in this table is refused.

                | environment | property | default | what it is |
                | --- | --- | --- | --- |
                """);
        for (Setting setting : Setting.all()) {
            table.append("| `")
                    .append(setting.environmentName())
                    .append("` | `")
                    .append(setting.property())
                    .append("` | ");
            table.append(setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`");
            table.append(" | ").append(setting.description()).append(" |\n");
        }
        table.append(
                "| `LANERUNNER_LOG_LEVEL_<FEATURE>` | `lanerunner.log.level.<feature>` | that of all | Level of one feature's log lines, such as `bookings`. |\n");
        return table.toString();
    }
}
