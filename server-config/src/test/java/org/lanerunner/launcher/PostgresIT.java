package org.lanerunner.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lanerunner.shared.ServerSettings;

/** The embedded PostgreSQL itself: found again, recovered after kills, migrated, refused when a newer build used it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresIT {
    private static final int HTTP_PORT = 20_300;
    private DataFolder data;
    private Secrets secrets;
    private Postgres postgres;
    private LaneRunner laneRunner;
    private final Ports ports = Ports.from(HTTP_PORT);

    @BeforeAll
    void start() {
        Build build = Build.of(Path.of("..").toAbsolutePath().normalize());
        data = DataFolder.at(Path.of("target/postgres-it"));
        secrets = new Secrets(data);
        postgres = new Postgres(data, secrets, build.postgresVersion());
        if (data.exists()) {
            postgres.stop();
            data.delete();
        }
        data.create();
        EffectiveSettings settings =
                EffectiveSettings.of(data, Map.of("LANERUNNER_HTTP_PORT", String.valueOf(HTTP_PORT)));
        laneRunner = new LaneRunner(build, data, settings, new Console(System.out));
    }

    @AfterAll
    void stop() {
        postgres.stop();
    }

    @Test
    void startIsRepeatableAndFindsTheRunningOne() {
        postgres.start(ports.postgres());
        long pid = postgres.pid().orElseThrow();
        postgres.start(ports.postgres());
        assertEquals(pid, postgres.pid().orElseThrow());
    }

    @Test
    void oneOnAnotherPortIsMoved() {
        postgres.start(ports.debug());
        postgres.start(ports.postgres());
        assertEquals(Optional.of(ports.postgres()), postgres.runningPort());
    }

    @Test
    void whatWasCommittedIsThereAfterAKill() throws Exception {
        Database.Access access = laneRunner.startDatabase(ports);
        try (Connection connection = owner(access);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS probe");
            statement.execute("CREATE TABLE IF NOT EXISTS probe.kept (id int PRIMARY KEY)");
            statement.execute("INSERT INTO probe.kept VALUES (1)");
        }
        killPostmaster();
        laneRunner.startDatabase(ports);
        try (Connection connection = owner(access);
                Statement statement = connection.createStatement()) {
            assertEquals(1, count(statement, "SELECT count(*) FROM probe.kept"));
            statement.execute("DROP SCHEMA probe CASCADE");
        }
    }

    @Test
    void pidFileWhoseNumberAnotherProgramHasDoesNotBlockTheStart() throws Exception {
        postgres.start(ports.postgres());
        Path pidFile = data.postgres().resolve("data/postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        killPostmaster();
        lines.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);
        postgres.start(ports.postgres());
        assertEquals(Optional.of(ports.postgres()), postgres.runningPort());
    }

    @Test
    void takenPortIsSaidInWords() throws IOException {
        postgres.stop();
        try (ServerSocket other = new ServerSocket(ports.postgres(), 1, InetAddress.getLoopbackAddress())) {
            LaunchFailure refused = assertThrows(LaunchFailure.class, () -> postgres.start(other.getLocalPort()));
            assertTrue(refused.getMessage().contains("--port"), refused.getMessage());
        }
    }

    @Test
    void migratingTwiceAppliesNothingTwice() {
        Database.Access access = laneRunner.startDatabase(ports);
        Database.migrate(access);
        assertEquals(0, Database.migrate(access));
    }

    @Test
    void olderBuildRefusesANewerFolderAndChangesNothing() throws SQLException {
        Database.Access access = laneRunner.startDatabase(ports);
        Database.migrate(access);
        Database.migrate(access, MigrationVersion.LATEST, "classpath:db/migration", "classpath:later");
        LaunchFailure refused = assertThrows(LaunchFailure.class, () -> Database.migrate(access));
        assertTrue(refused.getMessage().contains("9999"), refused.getMessage());
        try (Connection connection = owner(access);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM migrations.history WHERE version = '9999'");
            statement.execute("DROP SCHEMA later CASCADE");
        }
        assertEquals(0, Database.migrate(access));
    }

    @Test
    void whatWasWrittenEarlierButArrivesLaterStillRuns() throws SQLException {
        Database.Access access = laneRunner.startDatabase(ports);
        Database.migrate(access, MigrationVersion.LATEST, "classpath:db/migration", "classpath:later");
        assertEquals(
                1,
                Database.migrate(
                        access,
                        MigrationVersion.LATEST,
                        "classpath:db/migration",
                        "classpath:later",
                        "classpath:sideways"));
        try (Connection connection = owner(access);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM migrations.history WHERE version IN ('9998', '9999')");
            statement.execute("DROP SCHEMA later, sideways CASCADE");
        }
        assertEquals(0, Database.migrate(access));
    }

    @Test
    void eachRoleHasOnlyWhatItNeeds() throws SQLException {
        Database.Access access = laneRunner.startDatabase(ports);
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.batch().user(), access.batch().password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS batch.probe (a int)");
            statement.execute("DROP TABLE batch.probe");
            assertEquals(
                    "42501",
                    assertThrows(SQLException.class, () -> statement.execute("CREATE SCHEMA x"))
                            .getSQLState());
            assertEquals(
                    "42501",
                    assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE public.x (a int)"))
                            .getSQLState());
        }
        assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(access.url(), access.server().user(), "wrong"));
    }

    /** As a database elsewhere is reached: encrypted, and only when it is the one whose certificate is trusted. */
    @Test
    void overTlsOnlyTheDatabaseWithTheTrustedCertificateIsTalkedTo(@TempDir Path folder) throws Exception {
        Database.Access plain = laneRunner.startDatabase(ports);
        Database.migrate(plain);
        Path trusted = selfSigned(folder, "server");
        Path stranger = selfSigned(folder, "stranger");
        Path cluster = data.postgres().resolve("data");
        for (String file : List.of("server.crt", "server.key")) {
            Path copy = Files.copy(folder.resolve(file), cluster.resolve(file));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            Files.setOwner(copy, Files.getOwner(cluster));
        }
        setTls("ALTER SYSTEM SET ssl = on", true);
        try {
            Database.Access verified = over(plain, trusted);
            Database.requireExternal(verified);
            assertEquals(0, Database.migrate(verified));
            try (Connection connection = owner(verified);
                    Statement statement = connection.createStatement()) {
                assertEquals(
                        1, count(statement, "SELECT count(*) FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl"));
            }
            LaunchFailure refused =
                    assertThrows(LaunchFailure.class, () -> Database.requireExternal(over(plain, stranger)));
            assertTrue(refused.getMessage().contains("can't be used"), refused.getMessage());
        } finally {
            setTls("ALTER SYSTEM RESET ssl", false);
            Files.delete(cluster.resolve("server.crt"));
            Files.delete(cluster.resolve("server.key"));
        }
    }

    private static Database.Access over(Database.Access access, Path trusted) {
        return new Database.Access(
                access.url() + (access.url().contains("?") ? "&" : "?") + "sslmode=verify-full&sslrootcert=" + trusted,
                access.owner(),
                access.server(),
                access.batch());
    }

    private void setTls(String statement, boolean on) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(
                        Postgres.url(ports.postgres(), "postgres"),
                        Postgres.SUPERUSER,
                        secrets.text("postgresql-" + Postgres.SUPERUSER));
                Statement change = superuser.createStatement()) {
            change.execute(statement);
            change.execute("SELECT pg_reload_conf()");
            // told by a signal, which comes a moment later
            for (int asked = 0; asked < 10_000; asked++) {
                try (ResultSet row = change.executeQuery("SHOW ssl")) {
                    row.next();
                    if (row.getString(1).equals(on ? "on" : "off")) {
                        return;
                    }
                }
            }
        }
    }

    /** A certificate for this machine and its key, in PEM. @return the certificate's file */
    private static Path selfSigned(Path folder, String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Run made = Run.of(List.of(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                "of-a-test"));
        assertTrue(made.succeeded(), made.output());
        KeyStore keys = KeyStore.getInstance(store.toFile(), "of-a-test".toCharArray());
        Files.writeString(
                folder.resolve(name + ".key"),
                pem("PRIVATE KEY", keys.getKey(name, "of-a-test".toCharArray()).getEncoded()));
        return Files.writeString(
                folder.resolve(name + ".crt"),
                pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + label
                + "-----\n";
    }

    @Test
    void testMoneyIsRefusedWithAnExternalDatabase() {
        EffectiveSettings settings = EffectiveSettings.of(
                data,
                Map.of(
                        ServerSettings.DB_URL.environmentName(),
                        "jdbc:postgresql://127.0.0.1:1/x",
                        ServerSettings.TEST_MONEY.environmentName(),
                        "true"));
        LaneRunner external = new LaneRunner(Build.of(Path.of("..")), data, settings, new Console(System.out));
        LaunchFailure refused = assertThrows(LaunchFailure.class, () -> external.startDatabase(ports));
        assertTrue(refused.getMessage().contains("Test money"), refused.getMessage());
    }

    private void killPostmaster() {
        ProcessHandle postmaster =
                ProcessHandle.of(postgres.pid().orElseThrow()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        assertFalse(postgres.runningPort().isPresent());
    }

    private static Connection owner(Database.Access access) throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
