package org.lanerunner.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Each migration over rows that the versions before it left: one step at a time, with rows in every table between the steps. A migration that touches an earlier
 * one's table is only accepted when there was a row in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationStepsIT {
    private static final Pattern TOUCHES = Pattern.compile(
            "(?im)^\\s*(?:ALTER TABLE(?: ONLY| IF EXISTS)?|UPDATE|DELETE FROM|INSERT INTO|TRUNCATE)\\s+([a-z_]+\\.[a-z_]+)");
    private static final int HTTP_PORT = 20_310;
    private final Ports ports = Ports.from(HTTP_PORT);
    private DataFolder data;
    private Postgres postgres;
    private Database.Access access;

    @BeforeAll
    void start() {
        Build build = Build.of(Path.of("..").toAbsolutePath().normalize());
        data = DataFolder.at(Path.of("target/migration-steps-it"));
        postgres = new Postgres(data, new Secrets(data), build.postgresVersion());
        if (data.exists()) {
            postgres.stop();
            data.delete();
        }
        data.create();
        EffectiveSettings settings =
                EffectiveSettings.of(data, Map.of("LANERUNNER_HTTP_PORT", String.valueOf(HTTP_PORT)));
        access = new LaneRunner(build, data, settings, new Console(System.out)).startDatabase(ports);
    }

    @AfterAll
    void stop() {
        postgres.stop();
    }

    @Test
    void everyMigrationRunsOverRowsOfTheVersionsBeforeIt() throws SQLException, IOException {
        int migrations = Database.migrations(access).size();
        try (Connection superuser = superuser()) {
            SampleRows rows = new SampleRows(superuser);
            Between between = new Between(rows, superuser);
            Flyway flyway = Flyway.configure()
                    .configuration(Database.flyway(access, MigrationVersion.LATEST, "classpath:db/migration")
                            .getConfiguration())
                    .callbacks(between)
                    .load();
            try {
                assertEquals(migrations, flyway.migrate().migrationsExecuted);
            } finally {
                // first, since a missing row may be why a migration failed
                assertEquals(
                        List.of(),
                        between.overNothing,
                        "touch tables without a row: add src/test/resources/rows/<schema>.<table>.sql");
            }
            assertEquals(migrations, between.seen);
            between.fill();
        }
        assertEquals(0, Database.migrate(access));
        tripsOfBeforeHaveTheirOneAssignment();
    }

    /** Before each migration: rows into what is there, and a look at the tables which it touches. All in one run of Flyway, which takes a while to begin. */
    private final class Between implements Callback {
        private final SampleRows rows;
        private final Connection superuser;
        private final List<String> overNothing = new ArrayList<>();
        private int seen;

        private Between(SampleRows rows, Connection superuser) {
            this.rows = rows;
            this.superuser = superuser;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                fill();
                MigrationInfo migration = context.getMigrationInfo();
                emptyTablesTouchedBy(migration, rows)
                        .forEach(table -> overNothing.add(migration.getScript() + " " + table));
                seen++;
            } catch (SQLException | IOException broken) {
                throw new IllegalStateException(broken);
            }
        }

        private void fill() throws SQLException, IOException {
            fillFromFiles(rows, superuser);
            rows.fill();
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public String getCallbackName() {
            return "between";
        }
    }

    /** Who drives, since when, until when, and until when they are taken; hours from the trip's planned start, which is two hours ago. */
    private void tripsOfBeforeHaveTheirOneAssignment() throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT string_agg(concat_ws(' ', t.status, a.driver_name, round(extract(epoch FROM a.from_at - t.starts_at) / 3600),
                            coalesce(round(extract(epoch FROM a.to_at - t.starts_at) / 3600)::text, '-'),
                            round(extract(epoch FROM a.taken_until - t.starts_at) / 3600)), ', ' ORDER BY t.status)
                        FROM trips.trip t JOIN trips.assignment a ON a.trip_id = t.id AND a.driver_id = t.driver_id AND a.vehicle_id = t.vehicle_id""")) {
            rows.next();
            assertEquals(
                    "CANCELLED Dee 0 0 0, COMPLETED Dee -1 1 3, IN_PROGRESS Dee -1 - 3, PLANNED Dee 0 - 3",
                    rows.getString(1));
        }
    }

    private Set<String> emptyTablesTouchedBy(MigrationInfo migration, SampleRows rows)
            throws SQLException, IOException {
        Set<String> earlier = rows.tables();
        Set<String> empty = new TreeSet<>();
        Matcher matcher = TOUCHES.matcher(textOf(migration));
        while (matcher.find()) {
            String table = matcher.group(1);
            if (earlier.contains(table) && rows.isEmpty(table)) {
                empty.add(table);
            }
        }
        return empty;
    }

    private static String textOf(MigrationInfo migration) throws IOException {
        try (InputStream in = MigrationStepsIT.class.getResourceAsStream("/db/migration/" + migration.getScript())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void fillFromFiles(SampleRows rows, Connection superuser) throws SQLException, IOException {
        for (String table : rows.tables()) {
            Path file = Path.of("src/test/resources/rows", table + ".sql");
            if (Files.exists(file) && rows.isEmpty(table)) {
                try (Statement statement = superuser.createStatement()) {
                    statement.execute(Files.readString(file));
                }
            }
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                access.url(), Postgres.SUPERUSER, new Secrets(data).text("postgresql-" + Postgres.SUPERUSER));
    }
}
