package org.lanerunner.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Setting;

class SettingsTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(lanerunner\\.[a-z.]+)");
    /** Not settings: what the launcher works out itself, and what only development changes. */
    private static final Set<String> DERIVED = Set.of(
            "lanerunner.management.port",
            "lanerunner.deployments.scan.milliseconds",
            "lanerunner.log.file.bytes",
            "lanerunner.tls.store.file",
            "lanerunner.tls.store.password",
            "lanerunner.broker.host",
            "lanerunner.broker.port",
            "lanerunner.broker.tls",
            "lanerunner.broker.trust.password",
            "lanerunner.broker.trust.store",
            "lanerunner.trust.directory");

    @TempDir
    private Path folder;

    private DataFolder data;

    @BeforeEach
    void makeFolder() {
        data = DataFolder.at(folder.resolve("data"));
        data.create();
    }

    @Test
    void tableInTheDocumentationIsTheOneMadeFromTheSettings() throws IOException {
        assertEquals(
                SettingsTable.text(),
                Files.readString(Path.of("../docs/operations/settings.md")),
                "run: mvn -q process-classes -pl server-config -am -Psettings-table");
    }

    @Test
    void everyExpressionInTheServersConfigurationIsASetting() throws IOException {
        Set<String> known = Setting.all().stream().map(Setting::property).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        try (var scripts = Files.list(Path.of("src/main/scripts"))) {
            for (Path script : scripts.toList()) {
                Matcher matcher = EXPRESSION.matcher(Files.readString(script));
                while (matcher.find()) {
                    String name = matcher.group(1);
                    if (!known.contains(name) && !DERIVED.contains(name) && !name.startsWith("lanerunner.log.level.")) {
                        unknown.add(name);
                    }
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void environmentComesBeforeTheFileAndTheFileBeforeTheDefault() {
        EffectiveSettings.keep(data, ServerSettings.DB_POOL_SIZE, "7");
        EffectiveSettings.keep(data, ServerSettings.LOG_LEVEL, "DEBUG");
        EffectiveSettings settings = EffectiveSettings.of(data, Map.of("LANERUNNER_DB_POOL_SIZE", "9"));
        assertEquals(9, settings.number(ServerSettings.DB_POOL_SIZE));
        assertEquals("DEBUG", settings.text(ServerSettings.LOG_LEVEL));
        assertEquals(8080, settings.number(ServerSettings.HTTP_PORT));
    }

    @Test
    void fileMayUseTheEnvironmentsNames() throws IOException {
        Files.writeString(data.settingsFile(), "LANERUNNER_DB_POOL_SIZE=5\n");
        assertEquals(5, EffectiveSettings.of(data, Map.of()).number(ServerSettings.DB_POOL_SIZE));
    }

    @Test
    void unknownNameInTheFileIsRefused() throws IOException {
        Files.writeString(data.settingsFile(), "lanerunner.db.pool.sice=5\n");
        LaunchFailure refused = assertThrows(LaunchFailure.class, () -> EffectiveSettings.of(data, Map.of()));
        assertTrue(refused.getMessage().contains("lanerunner.db.pool.sice"));
    }

    @Test
    void levelOfOneFeatureIsHandedOn() {
        EffectiveSettings settings = EffectiveSettings.of(data, Map.of("LANERUNNER_LOG_LEVEL_BOOKINGS", "TRACE"));
        assertEquals("TRACE", settings.asProperties().get("lanerunner.log.level.bookings"));
    }

    @Test
    void wordForANumberIsRefusedWithItsName() {
        EffectiveSettings settings = EffectiveSettings.of(data, Map.of("LANERUNNER_DB_POOL_SIZE", "many"));
        LaunchFailure refused = assertThrows(LaunchFailure.class, () -> settings.number(ServerSettings.DB_POOL_SIZE));
        assertTrue(refused.getMessage().contains("LANERUNNER_DB_POOL_SIZE"));
    }
}
