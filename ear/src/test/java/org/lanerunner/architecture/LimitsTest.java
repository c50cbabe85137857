package org.lanerunner.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Setting;

/** docs/operations/limits.md tells every limit, with settings and tests that are there. */
class LimitsTest {

    private static final String TABLE = Production.text(Production.file("docs/operations/limits.md"));
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+(?:IT|Test|Properties))`");
    private static final Pattern SETTING = Pattern.compile("`(LANERUNNER_[A-Z_]+)`");
    private static final int COLUMNS = 5;

    @Test
    void everyLimitStandsThereWithItsAnswerAndItsTest() {
        List<String[]> rows = rows();
        assertEquals(
                sorted(Stream.of(Limit.values()).map(Limit::word)),
                sorted(rows.stream().map(row -> row[0].replace("`", ""))));
        for (String[] row : rows) {
            assertEquals(COLUMNS, row.length, () -> String.join(" | ", row));
            assertFalse(row[1].isBlank(), row[0]);
            assertFalse(row[2].isBlank(), row[0]);
            assertTrue(TEST.matcher(row[4]).find(), row[0] + " names no test");
        }
    }

    @Test
    void theSettingsAndTestsItNamesAreThere() {
        Set<String> settings =
                Setting.all().stream().map(Setting::environmentName).collect(Collectors.toSet());
        Set<String> tests = Stream.concat(Production.MODULES.stream(), Stream.of("ear"))
                .map(module -> Production.file(module + "/src/test/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> Production.filesUnder(folder).stream())
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .collect(Collectors.toSet());
        Set<String> missing = named(SETTING);
        missing.removeAll(settings);
        Set<String> missingTests = named(TEST);
        assertFalse(missingTests.isEmpty());
        missingTests.removeAll(tests);
        missing.addAll(missingTests);
        assertEquals(Set.of(), missing);
    }

    private static List<String> sorted(Stream<String> words) {
        return words.sorted().toList();
    }

    private static Set<String> named(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        for (Matcher name = pattern.matcher(TABLE); name.find(); ) {
            found.add(name.group(1));
        }
        return found;
    }

    /** Of the first table: the cells of each row. */
    private static List<String[]> rows() {
        return TABLE.substring(0, TABLE.indexOf("\n## "))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toArray(String[]::new))
                .toList();
    }
}
