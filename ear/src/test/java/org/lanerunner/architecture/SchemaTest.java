package org.lanerunner.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A feature's SQL stays in its schema, in migrations and in code, so that its tables can change with no other feature looking; analytics alone reads across. By the
 * names of tables, views and functions that the migrations make.
 */
class SchemaTest {

    private static final String READS_ALL = "analytics";
    private static final List<String> WITH_SQL = Stream.concat(
                    Stream.of(Production.BUSINESS), Production.DELIVERY.stream())
            .toList();

    /** By date and time (UTC); numbers are what the first ones had. */
    private static final Pattern MIGRATION =
            Pattern.compile("V(\\d{3}|20\\d\\d_[01]\\d_[0-3]\\d_[0-2]\\d[0-5]\\d)__[a-z0-9_]+\\.sql");

    private static final Pattern GRANTS =
            Pattern.compile("INSERT INTO identity\\.role_permission", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern SCHEMA_MADE =
            Pattern.compile("CREATE SCHEMA (?:IF NOT EXISTS )?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OBJECT_MADE = Pattern.compile(
            "CREATE (?:OR REPLACE )?(?:UNLOGGED )?(?:TABLE|VIEW|MATERIALIZED VIEW|FUNCTION|PROCEDURE|SEQUENCE|TYPE) (?:IF NOT EXISTS )?(\\w+\\.\\w+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w./-])([a-z]+\\.\\w+)");
    private static final Pattern JAVA_TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern MAPPED_TABLE = Pattern.compile("schema = \"(\\w+)\"");

    /** The feature that made each schema. */
    private static final Map<String, String> OWNERS = new HashMap<>();

    private static final Set<String> OBJECTS = new TreeSet<>();

    static {
        for (Path file : Production.migrations()) {
            String sql = withoutComments(Production.text(file));
            SCHEMA_MADE.matcher(sql).results().forEach(made -> OWNERS.put(made.group(1), featureOf(file)));
            OBJECT_MADE.matcher(sql).results().forEach(made -> OBJECTS.add(made.group(1)));
        }
    }

    @Test
    void everyMigrationLiesInItsFeaturesFolderNamedByItsTime() {
        Set<String> features = Production.features();
        for (Path file : Production.migrations()) {
            String name = file.getFileName().toString();
            assertTrue(features.contains(featureOf(file)), file + " lies in no feature's folder");
            assertTrue(MIGRATION.matcher(name).matches(), name + ": V<yyyy>_<mm>_<dd>_<hhmm>__<what>.sql");
        }
    }

    @Test
    void aFeatureMakesOneSchemaOfItsName() {
        OWNERS.forEach((schema, feature) -> assertTrue(
                schema.equals(feature) || schema.equals("audit") && feature.equals("events"),
                schema + " made by " + feature));
    }

    @Test
    void migrationsStayInTheirSchema() {
        Set<String> found = new TreeSet<>();
        for (Path file : Production.migrations()) {
            foreign(withoutGrants(withoutComments(Production.text(file))), featureOf(file))
                    .forEach(name -> found.add(file.getFileName() + " names " + name));
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void codeAsksItsOwnSchema() {
        Set<String> found = new TreeSet<>();
        for (String module : WITH_SQL) {
            for (Path file : Production.sources(module)) {
                String feature = Production.featureOf(packageOf(file));
                if (!feature.equals(READS_ALL)) {
                    foreign(texts(Production.text(file)), feature)
                            .forEach(name -> found.add(file.getFileName() + " names " + name));
                }
            }
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void entitiesLieInTheSchemaOfTheirFeature() {
        Set<String> found = new TreeSet<>();
        for (Path file : Production.sources(Production.BUSINESS)) {
            Matcher mapped = MAPPED_TABLE.matcher(Production.text(file));
            while (mapped.find()) {
                if (!Production.featureOf(packageOf(file)).equals(OWNERS.get(mapped.group(1)))) {
                    found.add(file.getFileName() + " is mapped to " + mapped.group(1));
                }
            }
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void aStepOverTheBorderIsSeen() {
        assertEquals(
                Set.of("ledger.account"),
                foreign("ALTER TABLE deals.offer ADD FOREIGN KEY (payer) REFERENCES ledger.account", "deals"));
        assertEquals(Set.of("loads.load"), foreign(texts("""
                String query = "SELECT offer.id FROM deals.offer offer, loads.load load"; // FROM trips.trip
                """), "deals"));
        assertEquals(
                Set.of("events.make_partitions"),
                foreign(texts("call(\"SELECT events.make_partitions(3)\")"), "ledger"));
    }

    @Test
    void aFeatureMayGrantItsPermissionsAndNoMore() {
        String grant = "INSERT INTO identity.role_permission VALUES ('CARRIER', 'rates.view', 'ORGANISATION')";
        assertEquals(Set.of(), foreign(withoutGrants(grant), "deals"));
        assertEquals(
                Set.of("identity.role_permission"),
                foreign(withoutGrants("DELETE FROM identity.role_permission"), "deals"));
        assertEquals(Set.of("identity.role"), foreign(withoutGrants("INSERT INTO identity.role VALUES (1)"), "deals"));
    }

    @Test
    void whatOnlyLooksLikeATableIsNot() {
        assertEquals(
                Set.of(),
                foreign(texts("\"loads.view\" + \"bookings/not-confirmed\" + \"org.lanerunner.loads.load\""), "deals"));
        assertFalse(OBJECTS.isEmpty());
    }

    /** Names of another feature's schema: of a known object anywhere, and in migrations of anything in a known schema. */
    private static Set<String> foreign(String sql, String feature) {
        Set<String> found = new TreeSet<>();
        Matcher names = QUALIFIED.matcher(sql);
        while (names.find()) {
            String schema = names.group(1).substring(0, names.group(1).indexOf('.'));
            if (OBJECTS.contains(names.group(1)) && !feature.equals(OWNERS.get(schema))) {
                found.add(names.group(1));
            }
        }
        return found;
    }

    private static String texts(String java) {
        StringBuilder all = new StringBuilder();
        Matcher text = JAVA_TEXT.matcher(java);
        while (text.find()) {
            all.append(text.group(1) == null ? text.group(2) : text.group(1)).append('\n');
        }
        return all.toString();
    }

    private static String withoutComments(String sql) {
        return COMMENT.matcher(sql).replaceAll("");
    }

    /** A feature grants its permissions to the roles itself; it adds to that table and does nothing else with it. */
    private static String withoutGrants(String sql) {
        return GRANTS.matcher(sql).replaceAll("INSERT INTO");
    }

    private static String featureOf(Path migration) {
        return migration.getParent().getFileName().toString();
    }

    private static String packageOf(Path source) {
        String folder = source.getParent().toString().replace('/', '.').replace('\\', '.');
        return folder.substring(folder.lastIndexOf("org.lanerunner."));
    }
}
