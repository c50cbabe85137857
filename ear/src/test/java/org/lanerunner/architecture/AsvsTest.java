package org.lanerunner.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Setting;

/**
 * The page on OWASP's ASVS names each requirement of levels 1 and 2 once, with a known verdict, and names nothing that isn't there: no test, class, settings or browser test. Whether
 * a verdict is right it can't tell.
 */
class AsvsTest {

    private static final String PAGE = Production.text(Production.file("docs/security/asvs.md"));
    private static final Set<String> VERDICTS = Set.of("holds", "partly", "gap", "does not apply");
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern COUNT = Pattern.compile("(?m)^\\| ([a-z ]+) \\| (\\d+) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS =
            Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.([a-z][A-Za-z0-9]*))?");
    private static final Pattern TEST = Pattern.compile(".*(Test|IT)");
    private static final List<String> NOT_CLASSES = List.of("Authorization");

    private record Row(String number, String level, String verdict, String evidence) {}

    @Test
    void everyRequirementStandsThereOnce() {
        List<String> expected = Production.text(Production.file("ear/src/test/resources/asvs-5.0-numbers.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertEquals(
                expected,
                rows().stream().map(row -> row.number() + " " + row.level()).toList());
    }

    @Test
    void everyVerdictIsKnownAndTheCountsInTheHeadAreTrue() {
        Map<String, Long> counted =
                rows().stream().collect(Collectors.groupingBy(Row::verdict, TreeMap::new, Collectors.counting()));
        assertEquals(VERDICTS, counted.keySet());
        counted.put("all", (long) rows().size());
        Map<String, Long> said = new TreeMap<>();
        for (Matcher count = COUNT.matcher(PAGE); count.find(); ) {
            said.put(count.group(1), Long.valueOf(count.group(2)));
        }
        assertEquals(counted, said);
    }

    @Test
    void whatItNamesIsThere() {
        Map<String, String> sources = sources();
        assertEquals(
                List.of(),
                rows().stream()
                        .flatMap(row -> missing(row.evidence(), sources).map(name -> row.number() + " " + name))
                        .toList());
    }

    @Test
    void whatIsNotThereIsSeen() {
        Map<String, String> sources = sources();
        String evidence =
                "`AsvsTest.everyRequirementStandsThereOnce`, `AsvsTest.none`, `NoSuchIT`, `LANERUNNER_NONE`, `none.spec`, `--https`";
        assertEquals(
                List.of("AsvsTest.none", "NoSuchIT", "LANERUNNER_NONE", "none.spec"),
                missing(evidence, sources).toList());
    }

    /** What holds names a test, or says that there is none. */
    @Test
    void whatHoldsIsShownOrSaysThatItIsNot() {
        List<Row> held =
                rows().stream().filter(row -> row.verdict().equals("holds")).toList();
        assertFalse(held.isEmpty());
        List<String> unshown = held.stream()
                .filter(row -> names(row.evidence()).noneMatch(AsvsTest::isTest))
                .filter(row -> !row.evidence().contains("no test"))
                .map(Row::number)
                .toList();
        assertEquals(List.of(), unshown);
    }

    private static Stream<String> missing(String evidence, Map<String, String> sources) {
        return names(evidence).filter(name -> !isThere(name, sources));
    }

    private static boolean isTest(String name) {
        return name.endsWith(".spec")
                || TEST.matcher(name.replaceAll("\\..*", "")).matches();
    }

    private static boolean isThere(String name, Map<String, String> sources) {
        if (name.startsWith("LANERUNNER_")) {
            return Setting.all().stream()
                    .anyMatch(setting -> setting.environmentName().equals(name));
        }
        if (name.matches("[a-z-]+\\.(spec|ts|cli)")) {
            return sources.containsKey(name) || sources.containsKey(name + ".ts");
        }
        Matcher type = CLASS.matcher(name);
        if (!type.matches() || NOT_CLASSES.contains(name)) {
            return true;
        }
        String source = sources.getOrDefault(type.group(1) + ".java", sources.get(type.group(1) + ".tsx"));
        return source != null
                && (type.group(2) == null
                        || Pattern.compile("\\b(void|ArchRule) " + type.group(2) + "\\b")
                                .matcher(source)
                                .find());
    }

    private static Stream<String> names(String evidence) {
        return CODE.matcher(evidence).results().map(found -> found.group(1));
    }

    /** Texts of all sources by their file's name. */
    private static Map<String, String> sources() {
        Map<String, String> texts = new HashMap<>();
        Stream.concat(Production.MODULES.stream(), Stream.of("ear"))
                .map(module -> Production.file(module + "/src"))
                .flatMap(folder -> Production.filesUnder(folder).stream())
                .filter(file -> file.toString().matches(".*\\.(java|ts|tsx|cli)"))
                .forEach(file -> keep(texts, file));
        Production.filesUnder(Production.file("portal/e2e")).forEach(file -> keep(texts, file));
        return texts;
    }

    private static void keep(Map<String, String> texts, Path file) {
        texts.merge(file.getFileName().toString(), Production.text(file), String::concat);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        PAGE.lines().filter(line -> line.matches("\\| \\d.*")).forEach(line -> {
            Matcher row = ROW.matcher(line);
            assertTrue(row.matches(), line);
            rows.add(new Row(row.group(1), row.group(2), row.group(4), row.group(5)));
        });
        return rows;
    }
}
