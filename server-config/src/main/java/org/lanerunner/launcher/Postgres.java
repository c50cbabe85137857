package org.lanerunner.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The embedded PostgreSQL of one data folder: a process of its own that outlives the launcher. A running one is found by asking it for its data directory,
 * never by its pid file alone, since pids are reused. fsync stays on.
 */
public final class Postgres {
    static final String SUPERUSER = "lanerunner_admin";
    private static final int START_TRIES = 10;
    private final Path folder;
    private final Path data;
    private final Secrets secrets;
    private final String version;

    public Postgres(DataFolder folder, Secrets secrets, String version) {
        this.folder = folder.postgres();
        this.data = this.folder.resolve("data");
        this.secrets = secrets;
        this.version = version;
    }

    /** Starts it on that port unless it runs there already. One that runs on another port is restarted on this one. */
    public void start(int port) {
        Optional<Integer> running = runningPort();
        if (running.isPresent() && running.get() == port) {
            return;
        }
        if (running.isPresent()) {
            stop();
        }
        PostgresAccount account = PostgresAccount.of(folder);
        Path home = prepare(account);
        Ports.requireFree(port, "PostgreSQL");
        removeStalePid();
        startServer(account, home, port);
    }

    private Path prepare(PostgresAccount account) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
                account.own(folder);
            }
            Path home = PostgresBinaries.unpack(folder, version, account);
            if (!Files.isDirectory(data)) {
                initialise(account, home);
            }
            String major = version.substring(0, version.indexOf('.'));
            String found = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!found.equals(major)) {
                throw new LaunchFailure(
                        "The database in " + data + " is PostgreSQL " + found + "'s; this build brings " + major + ".");
            }
            return home;
        } catch (IOException broken) {
            throw new LaunchFailure(
                    "The database folder " + folder + " can't be prepared: " + broken.getMessage(), broken);
        }
    }

    /** Makes the database cluster in another folder and moves it into place as a whole, so that a kill leaves all of it or nothing. */
    private void initialise(PostgresAccount account, Path home) throws IOException {
        Path fresh = folder.resolve("data.new");
        Path password = folder.resolve("password.new");
        Run.of(List.of("rm", "-rf", fresh.toString()));
        DataFolder.writePrivate(password, secrets.text("postgresql-" + SUPERUSER));
        account.own(password);
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
        if (Integer.parseInt(version.substring(0, version.indexOf('.'))) >= 17) {
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        Run run = Run.of(account.command(command));
        Files.deleteIfExists(password);
        if (!run.succeeded()) {
            throw new LaunchFailure("PostgreSQL's initdb failed:\n" + run.output());
        }
        Files.move(fresh, data, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer(PostgresAccount account, Path home, int port) {
        String options = String.join(" ", settings(port));
        List<String> command = account.command(List.of(
                home.resolve("bin/pg_ctl").toString(),
                "--pgdata=" + data,
                "--log=" + folder.resolve("postgresql.log"),
                "--options=" + options,
                "--wait",
                "--timeout=60",
                "start"));
        Run run = Run.of(command);
        // The processes of a killed predecessor need a moment until they release its shared memory.
        for (int attempt = 1; attempt < START_TRIES && !run.succeeded(); attempt++) {
            pause();
            run = Run.of(command);
        }
        if (!run.succeeded()) {
            throw new LaunchFailure("PostgreSQL did not start:\n" + run.output() + tailOfLog());
        }
        if (runningPort().orElse(0) != port) {
            throw new LaunchFailure("PostgreSQL started, but does not answer on port " + port
                    + " with this data folder.\n" + tailOfLog());
        }
    }

    private static List<String> settings(int port) {
        List<String> settings = new ArrayList<>();
        for (String setting : List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "max_connections=80",
                "shared_buffers=96MB",
                "wal_buffers=8MB",
                "max_wal_size=1GB",
                "checkpoint_timeout=10min",
                "wal_compression=on",
                "jit=off",
                "max_parallel_workers_per_gather=0",
                "autovacuum_max_workers=2",
                // The relay must skip rows that it has sent until they are vacuumed away, so they may not pile up for a
                // minute.
                "autovacuum_naptime=10s",
                // The values that a constraint refused are told to the client and stand in no log.
                "log_error_verbosity=terse",
                "timezone=UTC",
                "log_timezone=UTC")) {
            settings.add("-c " + setting);
        }
        return settings;
    }

    /** Ends it cleanly; does nothing when it does not run. */
    public void stop() {
        if (!Files.isDirectory(data) || (runningPort().isEmpty() && !postmasterLives())) {
            return;
        }
        PostgresAccount account = PostgresAccount.of(folder);
        Path home = folder.resolve(version);
        for (String mode : List.of("fast", "immediate")) {
            Run run = Run.of(account.command(List.of(
                    home.resolve("bin/pg_ctl").toString(),
                    "--pgdata=" + data,
                    "--mode=" + mode,
                    "--wait",
                    "--timeout=60",
                    "stop")));
            if (run.succeeded() || !postmasterLives()) {
                return;
            }
        }
        throw new LaunchFailure("PostgreSQL in " + data + " could not be stopped.\n" + tailOfLog());
    }

    /** The port on which this folder's PostgreSQL answers. */
    public Optional<Integer> runningPort() {
        List<String> pidFile = pidFile();
        if (pidFile.size() < 4) {
            return Optional.empty();
        }
        int port = Integer.parseInt(pidFile.get(3).strip());
        Properties login = new Properties();
        login.put("user", SUPERUSER);
        login.put("password", secrets.text("postgresql-" + SUPERUSER));
        login.put("connectTimeout", "3");
        login.put("socketTimeout", "10");
        login.put("ApplicationName", "lanerunner-launcher");
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), login);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return Path.of(row.getString(1)).equals(data) ? Optional.of(port) : Optional.empty();
        } catch (SQLException notOurs) {
            return Optional.empty();
        }
    }

    /** The server process's pid, as the pid file says; only to be trusted while {@link #runningPort} says that it runs. */
    Optional<Long> pid() {
        List<String> pidFile = pidFile();
        return pidFile.isEmpty()
                ? Optional.empty()
                : Optional.of(Long.parseLong(pidFile.get(0).strip()));
    }

    private List<String> pidFile() {
        Path file = data.resolve("postmaster.pid");
        if (PostgresAccount.isRoot() || Files.isReadable(data)) {
            try {
                return Files.exists(file) ? Files.readAllLines(file) : List.of();
            } catch (IOException goneMeanwhile) {
                return List.of();
            }
        }
        return List.of();
    }

    private boolean postmasterLives() {
        return pid().flatMap(ProcessHandle::of)
                .filter(process -> isPostmasterOf(data, process))
                .isPresent();
    }

    /** Whether the process is this folder's PostgreSQL. Another cluster's may have got the pid since; ours names its data directory on its command line. */
    static boolean isPostmasterOf(Path data, ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return process.isAlive()
                && info.command()
                        .map(command ->
                                Path.of(command).getFileName().toString().equals("postgres"))
                        .orElse(false)
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                        .orElse(false);
    }

    /** Removes a pid file whose process is gone, or whose number another program (or a zombie of ours) has. PostgreSQL would refuse to start because of it. */
    private void removeStalePid() {
        if (pid().isPresent() && !postmasterLives()) {
            try {
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            } catch (IOException broken) {
                throw new LaunchFailure("The stale pid file in " + data + " can't be removed.", broken);
            }
        }
    }

    public static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String tailOfLog() {
        Path log = folder.resolve("postgresql.log");
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException unreadable) {
            return "(see " + log + ")";
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }
}
