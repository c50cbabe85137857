package org.lanerunner.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Features stand in one order, and each uses only those before it that its package comment names in a line {@code Imports: shared, events.} A later feature calls
 * an earlier one; an earlier one tells later ones by event or declares a port that the later one implements.
 */
class FeatureOrderTest {

    /** A new feature takes its place here, and in docs/architecture.md. */
    static final List<String> ORDER = List.of(
            "shared",
            "events",
            "vault",
            "outbound",
            "notifications",
            "gate",
            "identity",
            "flags",
            "factors",
            "federation",
            "ledger",
            "places",
            "fleet",
            "documents",
            "loads",
            "trips",
            "matching",
            "deals",
            "bookings",
            "disputes",
            "tracks",
            "tracking",
            "geofencing",
            "live",
            "analytics",
            "home",
            "admin");

    private static final Pattern IMPORTS_LINE = Pattern.compile("Imports:\\s*([a-z, ]+)\\.");
    private static final Pattern IMPORT_STATEMENT =
            Pattern.compile("^import (?:static )?org\\.lanerunner\\.([a-z]+)\\.", Pattern.MULTILINE);

    private static final Set<Use> USES = uses();

    private static final ArchRule NO_CYCLES =
            slices().matching("org.lanerunner.(*)").should().beFreeOfCycles();
    private static final ArchRule NO_CYCLES_OF_DELIVERY = slices().matching("org.lanerunner.(*).(*)")
            .namingSlices("$1.$2")
            .should()
            .beFreeOfCycles();

    @Test
    void everyFeatureHasItsPlaceInTheOrder() {
        assertEquals(Set.of(), without(Production.features(), ORDER), "features without a place in the order");
    }

    @Test
    void everyFeatureSaysWhatItImports() {
        assertEquals(
                Set.of(),
                without(Production.features(), declared().keySet()),
                "features whose package-info.java lacks a line 'Imports: …'");
    }

    @Test
    void featuresNameOnlyThoseBeforeThem() {
        assertEquals(List.of(), outOfOrder(declared()));
    }

    @Test
    void aFeatureThatNamesALaterOneIsRefused() {
        assertEquals(
                List.of("loads names bookings"),
                outOfOrder(Map.of("loads", Set.of("shared", "bookings"), "bookings", Set.of("loads"))));
        assertEquals(List.of("loads names freight"), outOfOrder(Map.of("loads", Set.of("freight"))));
    }

    @Test
    void featuresUseOnlyWhatTheyName() {
        assertEquals(Set.of(), undeclaredUses(declared()));
    }

    @Test
    void aUseThatIsNotNamedIsRefused() {
        Map<String, Set<String>> declared = new HashMap<>(declared());
        declared.put("bookings", new TreeSet<>(declared.get("bookings")));
        declared.get("bookings").remove("trips");
        Set<String> found = undeclaredUses(declared);
        assertTrue(found.contains("bookings.Award uses trips"), found::toString);
        assertTrue(found.contains("bookings.Award imports trips"), found::toString);
    }

    @Test
    void featuresNameOnlyWhatTheyUse() {
        assertEquals(Set.of(), unusedNames(declared()));
    }

    @Test
    void aNameThatIsNotUsedIsRefused() {
        Map<String, Set<String>> declared = new HashMap<>(declared());
        declared.put("places", Set.of("shared", "identity"));
        assertEquals(Set.of("places names identity"), unusedNames(declared));
    }

    @Test
    void featuresFormNoCycle() {
        NO_CYCLES.check(Production.classes());
        NO_CYCLES_OF_DELIVERY.check(Production.classes());
    }

    @Test
    void aCycleIsRefused() {
        ArchRule rule = slices().matching("org.lanerunner.architecture.fixtures.(*)..")
                .should()
                .beFreeOfCycles();
        assertTrue(rule.evaluate(new ClassFileImporter().importPackages("org.lanerunner.architecture.fixtures"))
                .hasViolation());
    }

    @Test
    void aFeatureIsOneFlatPackage() {
        Set<String> nested = Production.classes().stream()
                .filter(type -> Production.isIn(Production.BUSINESS, type))
                .map(JavaClass::getPackageName)
                .filter(name ->
                        name.chars().filter(character -> character == '.').count() != 2)
                .collect(toCollection(TreeSet::new));
        assertEquals(Set.of(), nested);
    }

    @Test
    void everyPackageSaysWhatItIs() {
        Set<String> silent = new TreeSet<>();
        for (String module : Production.MODULES) {
            List<Path> sources = Production.sources(module);
            assertFalse(sources.isEmpty(), module);
            Set<Path> speaking = sources.stream()
                    .filter(file -> file.endsWith("package-info.java")
                            && Production.text(file).contains("/**"))
                    .map(Path::getParent)
                    .collect(toCollection(TreeSet::new));
            sources.stream()
                    .map(Path::getParent)
                    .filter(folder -> !speaking.contains(folder))
                    .forEach(folder -> silent.add(folder.toString()));
        }
        assertEquals(Set.of(), silent, "packages without a package-info.java that says what they are");
    }

    private static Map<String, Set<String>> declared() {
        Map<String, Set<String>> declared = new HashMap<>();
        for (Path file : Production.sources(Production.BUSINESS)) {
            if (file.endsWith("package-info.java")) {
                Matcher line = IMPORTS_LINE.matcher(Production.text(file).replaceAll("\\s*\\n \\*\\s*", " "));
                if (line.find()) {
                    Set<String> names = line.group(1).equals("nothing")
                            ? Set.of()
                            : Set.of(line.group(1).trim().split(",\\s*"));
                    declared.put(file.getParent().getFileName().toString(), names);
                }
            }
        }
        return declared;
    }

    private static List<String> outOfOrder(Map<String, Set<String>> declared) {
        List<String> found = new ArrayList<>();
        declared.forEach((feature, names) -> names.stream()
                .filter(name -> !ORDER.contains(name) || ORDER.indexOf(name) >= ORDER.indexOf(feature))
                .forEach(name -> found.add(feature + " names " + name)));
        return found;
    }

    private static Set<String> undeclaredUses(Map<String, Set<String>> declared) {
        return USES.stream()
                .filter(use -> !declared.get(use.feature()).contains(use.used()))
                .map(use -> use.feature() + "." + use.user() + " " + use.manner() + " " + use.used())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> unusedNames(Map<String, Set<String>> declared) {
        Set<String> found = new TreeSet<>();
        declared.forEach((feature, names) -> names.forEach(name -> found.add(feature + " names " + name)));
        USES.forEach(use -> found.remove(use.feature() + " names " + use.used()));
        return found;
    }

    /** One feature's use of another. */
    private record Use(String feature, String user, String manner, String used) {}

    /** By the compiled classes, and by import statements, since the compiler leaves no trace of where a constant came from. */
    private static Set<Use> uses() {
        Set<Use> uses = new HashSet<>();
        for (JavaClass type : Production.classes()) {
            if (Production.isIn(Production.BUSINESS, type)) {
                String feature = Production.featureOf(type.getName());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    uses.add(new Use(
                            feature,
                            type.getSimpleName(),
                            "uses",
                            Production.featureOf(dependency
                                    .getTargetClass()
                                    .getBaseComponentType()
                                    .getName())));
                }
            }
        }
        for (Path file : Production.sources(Production.BUSINESS)) {
            String feature = file.getParent().getFileName().toString();
            String user = file.getFileName().toString().replace(".java", "");
            Matcher statement = IMPORT_STATEMENT.matcher(Production.text(file));
            while (statement.find()) {
                uses.add(new Use(feature, user, "imports", statement.group(1)));
            }
        }
        uses.removeIf(use -> use.used().isEmpty() || use.used().equals(use.feature()));
        return uses;
    }

    private static Set<String> without(Collection<String> all, Collection<String> known) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(known);
        return rest;
    }
}
