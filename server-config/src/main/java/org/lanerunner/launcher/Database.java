package org.lanerunner.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Roles and schema, made ready before the server starts. The owner's role migrates and owns the tables, the server's role can't change the schema, and the
 * batch role owns only the schema of the batch repository. A database that a newer build has migrated is refused.
 */
public final class Database {
    static final String NAME = "lanerunner";
    private static final String MIGRATIONS = "classpath:db/migration";
    private static final String BATCH_SCHEMA = "batch";

    /** The number of an advisory lock. Any number will do that nothing else uses. */
    private static final long TURN = 7_210_000;

    // The field keeps the logger alive, and with it its level: the launcher reports its work itself.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.SEVERE);
    }

    private Database() {}

    /** Address and logins with which the three roles reach the database. */
    public record Access(String url, Login owner, Login server, Login batch) {}

    public record Login(String user, String password) {}

    /** Makes roles and database in the embedded PostgreSQL, as its superuser. */
    static void prepareRoles(int port, Secrets secrets, Access access) {
        Login superuser = new Login(Postgres.SUPERUSER, secrets.text("postgresql-" + Postgres.SUPERUSER));
        try (Connection connection = connect(Postgres.url(port, "postgres"), superuser);
                Statement statement = connection.createStatement()) {
            for (Login login : List.of(access.owner(), access.server(), access.batch())) {
                if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + login.user() + "'")) {
                    statement.execute("CREATE ROLE " + login.user() + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
                }
                statement.execute("ALTER ROLE " + login.user() + " PASSWORD '" + login.password() + "'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute(
                        "CREATE DATABASE " + NAME + " OWNER " + access.owner().user());
            }
        } catch (SQLException broken) {
            throw new LaunchFailure("The database's roles can't be made: " + broken.getMessage(), broken);
        }
        try (Connection connection = connect(access.url(), superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            statement.execute(
                    "GRANT USAGE ON SCHEMA public TO " + access.server().user());
            statement.execute("GRANT CONNECT ON DATABASE " + NAME + " TO "
                    + access.server().user() + ", " + access.batch().user());
            statement.execute("ALTER ROLE " + access.server().user() + " SET lock_timeout = '15s'");
            statement.execute(
                    "ALTER ROLE " + access.server().user() + " SET idle_in_transaction_session_timeout = '60s'");
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + BATCH_SCHEMA + " AUTHORIZATION "
                    + access.batch().user());
        } catch (SQLException broken) {
            throw new LaunchFailure("The database's grants can't be made: " + broken.getMessage(), broken);
        }
    }

    /** Says what an external database lacks, so that the server does not fail later because of it. */
    static void requireExternal(Access access) {
        try (Connection connection = connect(access.url(), access.batch());
                Statement statement = connection.createStatement()) {
            if (Integer.parseInt(single(statement, "SHOW server_version_num")) < 140_000) {
                throw new LaunchFailure("LaneRunner needs PostgreSQL 14 or later; " + access.url() + " is "
                        + single(statement, "SHOW server_version") + ".");
            }
            if (!exists(
                    statement,
                    "SELECT 1 FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE nspname = 'batch' AND rolname = current_user")) {
                throw new LaunchFailure("The role " + access.batch().user() + " must own a schema batch in "
                        + access.url() + "; see docs/operations/database.md.");
            }
            connect(access.url(), access.server()).close();
        } catch (SQLException broken) {
            throw new LaunchFailure(
                    "The external database " + access.url() + " can't be used: " + broken.getMessage(), broken);
        }
    }

    /**
     * Servers that share a database take turns in the part of their start that changes it: the schema, the epoch, the administrator's link, and the tables
     * that the batch repository makes for itself. This waits for the server before. A launcher that is killed gives its turn up.
     */
    static Turn turn(Access access) {
        try {
            Connection connection = connect(access.url(), access.owner());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(" + TURN + ")");
            }
            return new Turn(connection);
        } catch (SQLException broken) {
            throw new LaunchFailure("The database can't be made ready: " + broken.getMessage(), broken);
        }
    }

    /** Ends with its connection. */
    record Turn(Connection connection) implements AutoCloseable {
        @Override
        public void close() {
            end();
        }

        void end() {
            try {
                connection.close();
            } catch (SQLException over) {
                FLYWAY.log(Level.FINE, "a turn ended with its connection", over);
            }
        }
    }

    /** Whether a server has run on this database before. */
    static boolean hasBatchRepository(Access access) {
        try (Connection connection = connect(access.url(), access.batch());
                Statement statement = connection.createStatement()) {
            return exists(
                    statement,
                    "SELECT 1 FROM pg_tables WHERE schemaname = '" + BATCH_SCHEMA
                            + "' AND tablename = 'partition_execution'");
        } catch (SQLException broken) {
            throw new LaunchFailure("The batch repository can't be looked at: " + broken.getMessage(), broken);
        }
    }

    /** Brings the schema up to this build; returns how many migrations that took. */
    public static int migrate(Access access) {
        int applied = migrate(access, MigrationVersion.LATEST, MIGRATIONS);
        beginEpoch(access, false);
        return applied;
    }

    /**
     * Begins a new epoch of the event log if the database has come into another cluster, where transactions are numbered from the beginning. After an older
     * copy was put back, whose numbers come a second time, it always begins one.
     */
    static void beginEpoch(Access access, boolean always) {
        try (Connection connection = connect(access.url(), access.owner());
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT events.begin_epoch(" + always + ")");
        } catch (SQLException broken) {
            throw new LaunchFailure("The event log can't be made ready: " + broken.getMessage(), broken);
        }
    }

    /** Does the same as {@link #migrate(Access)}, up to a version and from other folders. Tests use it to play an earlier or a later build. */
    public static int migrate(Access access, MigrationVersion target, String... locations) {
        Flyway flyway = flyway(access, target, locations);
        refuseNewer(flyway.info().all());
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayValidateException changed) {
            throw new LaunchFailure(
                    "The database does not fit this build's migrations: " + changed.getMessage(), changed);
        }
    }

    /** This build's migrations, in order. */
    static List<MigrationInfo> migrations(Access access) {
        return List.of(
                flyway(access, MigrationVersion.LATEST, MIGRATIONS).info().all());
    }

    static Flyway flyway(Access access, MigrationVersion target, String... locations) {
        return Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .locations(locations)
                .target(target)
                .defaultSchema("migrations")
                .createSchemas(true)
                .table("history")
                // two features' migrations may reach a database in another order than the one in which they were
                // written; each touches its own schema only
                .outOfOrder(true)
                .ignoreMigrationPatterns(new String[0])
                .failOnMissingLocations(true)
                .connectRetries(3)
                .load();
    }

    private static void refuseNewer(MigrationInfo[] migrations) {
        String unknown = Arrays.stream(migrations)
                .filter(migration -> isUnknownHere(migration.getState()))
                .map(migration -> String.valueOf(migration.getVersion()))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new LaunchFailure(
                    "The database was last used by a newer LaneRunner: it has migrations that this build does not know ("
                            + unknown + "). Use the newer build, or another folder with --data. Nothing was changed.");
        }
    }

    private static boolean isUnknownHere(MigrationState state) {
        return switch (state) {
            case FUTURE_SUCCESS, FUTURE_FAILED, MISSING_SUCCESS, MISSING_FAILED -> true;
            default -> false;
        };
    }

    private static Connection connect(String url, Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
