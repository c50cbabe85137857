package org.lanerunner.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.lanerunner.events.EventSettings;
import org.lanerunner.identity.IdentitySettings;
import org.lanerunner.launcher.tls.Tls;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Setting;
import org.lanerunner.vault.VaultSettings;

/**
 * One LaneRunner on this machine: PostgreSQL, schema and server of a data folder. Starting and stopping may be repeated, also after any kill: what still runs
 * is found and kept, what is gone is started again.
 */
public final class LaneRunner {
    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private final Build build;
    private final DataFolder data;
    private final EffectiveSettings settings;
    private final Console console;
    private final Secrets secrets;
    private final ServerProcess server;
    private final Postgres postgres;

    public LaneRunner(Build build, DataFolder data, EffectiveSettings settings, Console console) {
        this.build = build;
        this.data = data;
        this.settings = settings;
        this.console = console;
        this.secrets = new Secrets(data);
        this.server = new ServerProcess(build, data);
        this.postgres = new Postgres(data, secrets, build.postgresVersion());
    }

    /** Returns when the server says that it is ready. */
    public ServerHandle start() {
        return start(ports -> List.of(), Map.of());
    }

    ServerHandle start(Function<Ports, List<String>> moreJvmOptions, Map<String, String> moreProperties) {
        data.create();
        try (DataFolder.Lock lock = data.lock()) {
            Optional<ProcessHandle> running = server.find();
            if (running.isPresent() && server.deploymentFailed()) {
                console.step("Stopping a server whose deployment had failed", this::stopServer);
                running = Optional.empty();
            }
            boolean serverRan = running.isPresent();
            boolean databaseRan = postgres.runningPort().isPresent();
            try {
                return serverRan
                        ? resume(running.get(), server.address().orElseThrow())
                        : startAll(moreJvmOptions, moreProperties);
            } catch (RuntimeException failure) {
                takeBack(serverRan, databaseRan, failure);
                throw failure;
            }
        }
    }

    private ServerHandle startAll(Function<Ports, List<String>> moreJvmOptions, Map<String, String> moreProperties) {
        URI address =
                ServerProcess.addressOf(settings.text(ServerSettings.BIND), settings.number(ServerSettings.HTTP_PORT));
        Ports ports = Ports.from(address.getPort());
        Ports.requireFree(ports.http(), "HTTP");
        Ports.requireFree(ports.management(), "management");
        if (settings.flag(ServerSettings.HTTPS)) {
            Ports.requireFree(settings.number(ServerSettings.HTTPS_PORT), "HTTPS");
        }
        OutsideBroker.of(settings).ifPresent(OutsideBroker::requireReachable);
        Database.Access access = startDatabase(ports);
        try (Database.Turn turn = Database.turn(access)) {
            console.step("Schema", () -> Database.migrate(access));
            vaultKeys(access).requireFitting();
            Optional<String> adminToken = adminSetupToken(access);
            if (Database.hasBatchRepository(access)) {
                turn.end();
            }
            launch(address, ports, access, moreJvmOptions, moreProperties);
            return new ServerHandle(address, data, ports, true, settings.flag(ServerSettings.HTTPS), adminToken);
        }
    }

    private void launch(
            URI address,
            Ports ports,
            Database.Access access,
            Function<Ports, List<String>> moreJvmOptions,
            Map<String, String> moreProperties) {
        if (OutsideBroker.of(settings).isPresent()) {
            server.prepare(ServerProcess.WITH_BROKER);
        } else {
            server.prepare();
        }
        Path properties = server.writeProperties(properties(ports, access, moreProperties));
        List<String> jvmOptions = new ArrayList<>(JvmOptions.configured(settings));
        jvmOptions.addAll(NodeName.of(settings, ports).jvmOptions());
        List<String> more = moreJvmOptions.apply(ports);
        jvmOptions.addAll(more.isEmpty() ? new ClassArchive(build, data).jvmOptions() : more);
        console.step("WildFly with the application", () -> {
            server.awaitReady(server.launch(address, properties, jvmOptions), address, START_LIMIT);
            return null;
        });
    }

    /** Ends, after a start that failed, everything that did not run before. */
    private void takeBack(boolean serverRan, boolean databaseRan, RuntimeException failure) {
        try {
            if (!serverRan && server.find().isPresent()) {
                console.step("Stopping the server that did not come up", this::stopServer);
            }
            if (!databaseRan && !settings.usesExternalDatabase()) {
                postgres.stop();
            }
        } catch (RuntimeException notStopped) {
            failure.addSuppressed(notStopped);
            console.say("Not everything could be stopped: " + notStopped.getMessage());
        }
    }

    /** The server runs already. Its database may have been killed, or the server may still be starting. */
    private ServerHandle resume(ProcessHandle process, URI address) {
        Ports ports = Ports.from(address.getPort());
        if (!settings.usesExternalDatabase() && postgres.runningPort().isEmpty()) {
            console.step("PostgreSQL, which had ended", () -> {
                postgres.start(ports.postgres());
                return null;
            });
        }
        if (!server.isReady(address)) {
            console.step("Waiting for the server that is already running", () -> {
                server.awaitReady(process, address, START_LIMIT);
                return null;
            });
        }
        boolean https = Boolean.parseBoolean(server.startedWith(ServerSettings.HTTPS.property()));
        return new ServerHandle(address, data, ports, false, https, adminSetupToken(access(ports)));
    }

    /** Starts the embedded database where it is the one in use, and makes or checks the roles. */
    public Database.Access startDatabase(Ports ports) {
        if (settings.usesExternalDatabase()) {
            if (settings.flag(ServerSettings.TEST_MONEY)) {
                throw new LaunchFailure(
                        "Test money is refused with an external database: unset LANERUNNER_TEST_MONEY or LANERUNNER_DB_URL.");
            }
            Database.requireExternal(access(ports));
            return access(ports);
        }
        console.step("PostgreSQL " + build.postgresVersion() + " on port " + ports.postgres(), () -> {
            postgres.start(ports.postgres());
            return null;
        });
        Database.prepareRoles(ports.postgres(), secrets, access(ports));
        return access(ports);
    }

    private Database.Access access(Ports ports) {
        if (settings.usesExternalDatabase()) {
            return new Database.Access(
                    settings.text(ServerSettings.DB_URL),
                    external(ServerSettings.DB_OWNER_USER, ServerSettings.DB_OWNER_PASSWORD),
                    external(ServerSettings.DB_USER, ServerSettings.DB_PASSWORD),
                    external(ServerSettings.DB_BATCH_USER, ServerSettings.DB_BATCH_PASSWORD));
        }
        return new Database.Access(
                Postgres.url(ports.postgres(), Database.NAME),
                embedded(ServerSettings.DB_OWNER_USER),
                embedded(ServerSettings.DB_USER),
                embedded(ServerSettings.DB_BATCH_USER));
    }

    private Database.Login external(Setting user, Setting password) {
        return new Database.Login(settings.text(user), settings.text(password));
    }

    private Database.Login embedded(Setting role) {
        return new Database.Login(role.defaultValue(), secrets.text("postgresql-" + role.defaultValue()));
    }

    /** The token of the first administrator's link, as long as it is unused. */
    public Optional<String> adminSetupToken(Database.Access access) {
        return FirstAdministrator.token(access, secrets);
    }

    /** The properties that the server reads at its start: every setting, and what follows from the folder. */
    public Map<String, String> properties(Ports ports, Database.Access access, Map<String, String> more) {
        Path signingKey = secrets.signingKey(settings.text(IdentitySettings.SIGNING_KEY_FILE));
        Map<String, String> properties = new TreeMap<>(settings.asProperties());
        properties.remove(ServerSettings.DB_OWNER_USER.property());
        properties.remove(ServerSettings.DB_OWNER_PASSWORD.property());
        properties.put(ServerSettings.HTTP_PORT.property(), String.valueOf(ports.http()));
        properties.put("lanerunner.management.port", String.valueOf(ports.management()));
        properties.put("lanerunner.data.directory", data.root().toString());
        properties.put("lanerunner.log.file.bytes", String.valueOf(logFileBytes()));
        properties.put("lanerunner.build.version", build.version());
        properties.put(ServerSettings.DB_URL.property(), access.url());
        properties.put(ServerSettings.DB_USER.property(), access.server().user());
        properties.put(ServerSettings.DB_PASSWORD.property(), access.server().password());
        properties.put(ServerSettings.DB_BATCH_USER.property(), access.batch().user());
        properties.put(
                ServerSettings.DB_BATCH_PASSWORD.property(), access.batch().password());
        properties.put(
                ServerSettings.DOCUMENTS_DIRECTORY.property(),
                data.root()
                        .resolve(settings.text(ServerSettings.DOCUMENTS_DIRECTORY))
                        .toString());
        properties.put(IdentitySettings.SIGNING_KEY_FILE.property(), signingKey.toString());
        properties.put(
                IdentitySettings.SIGNING_KEYS_DIRECTORY.property(),
                signingKeys().toString());
        properties.put(
                EventSettings.AUDIT_KEY_FILE.property(),
                secrets.auditKey(settings.text(EventSettings.AUDIT_KEY_FILE)).toString());
        properties.put(
                VaultSettings.MASTER_KEY_FILE.property(),
                secrets.masterKeys(settings.text(VaultSettings.MASTER_KEY_FILE)).toString());
        properties.put(EventSettings.AUDIT_HEADS_FILE.property(), auditHeads().toString());
        properties.put(
                "mp.jwt.verify.publickey.location",
                secrets.publicKey(signingKey).toUri().toString());
        properties.put("mp.jwt.verify.issuer", "lanerunner");
        properties.put(
                ServerSettings.NODE_NAME.property(),
                NodeName.of(settings, ports).text());
        OutsideBroker.of(settings).ifPresent(broker -> properties.putAll(broker.properties(settings, data)));
        if (settings.flag(ServerSettings.HTTPS)) {
            properties.putAll(new Tls(data, settings, Clock.systemUTC()).prepare());
        }
        properties.putAll(more);
        return properties;
    }

    private Path signingKeys() {
        return secrets.signingKeys(settings.text(IdentitySettings.SIGNING_KEYS_DIRECTORY));
    }

    /** Adds a key that signs access tokens. Running servers find it by themselves. */
    Path rotateSigningKey(Instant now) {
        data.create();
        return secrets.addSigningKey(signingKeys(), now);
    }

    /** The server's present log and its five predecessors share six eighths of the space for all logs. */
    private int logFileBytes() {
        return settings.number(ServerSettings.LOG_BYTES) / 8;
    }

    private Path auditHeads() {
        String file = settings.text(EventSettings.AUDIT_HEADS_FILE);
        return file.isBlank() ? data.auditHeads() : Path.of(file).toAbsolutePath();
    }

    private VaultKeys vaultKeys(Database.Access access) {
        return new VaultKeys(access, secrets.masterKeys(settings.text(VaultSettings.MASTER_KEY_FILE)));
    }

    /** Changes the vault's keys. Running servers find them by themselves. */
    <T> T withVaultKeys(Function<VaultKeys, T> change) {
        return withDatabase(access -> change.apply(vaultKeys(access)));
    }

    /** Checks the whole audit. @return how much was checked, and what is wrong */
    AuditCheck.Result checkAudit() {
        return withDatabase(access -> new AuditCheck(access, auditHeads()).run());
    }

    /** Works with the server running or not. A database that does not run is started for the time that it is needed. */
    private <T> T withDatabase(Function<Database.Access, T> use) {
        data.create();
        try (DataFolder.Lock lock = data.lock()) {
            Ports ports =
                    Ports.from(server.address().map(URI::getPort).orElse(settings.number(ServerSettings.HTTP_PORT)));
            boolean databaseRan =
                    settings.usesExternalDatabase() || postgres.runningPort().isPresent();
            Database.Access access = databaseRan ? access(ports) : startDatabase(ports);
            try {
                return use.apply(access);
            } finally {
                if (!databaseRan) {
                    postgres.stop();
                }
            }
        }
    }

    /** Ends server and database cleanly; returns true when something ran. */
    public boolean stop() {
        if (!data.exists()) {
            return false;
        }
        data.create();
        try (DataFolder.Lock lock = data.lock()) {
            boolean ran = false;
            if (server.find().isPresent()) {
                console.step("Stopping WildFly", this::stopServer);
                ran = true;
            }
            if (postgres.runningPort().isPresent()) {
                console.step("Stopping PostgreSQL", () -> {
                    postgres.stop();
                    return null;
                });
                ran = true;
            } else {
                postgres.stop();
            }
            return ran;
        }
    }

    private Void stopServer() {
        server.stop();
        return null;
    }

    /** Brings the schema up to date, without starting the server. @param restored whether an older copy of the database was put back */
    int migrate(boolean restored) {
        data.create();
        try (DataFolder.Lock lock = data.lock()) {
            Ports ports =
                    Ports.from(server.address().map(URI::getPort).orElse(settings.number(ServerSettings.HTTP_PORT)));
            boolean databaseRan = postgres.runningPort().isPresent();
            Database.Access access = startDatabase(ports);
            int applied = console.step("Schema", () -> Database.migrate(access));
            if (restored) {
                Database.beginEpoch(access, true);
            }
            if (!databaseRan) {
                postgres.stop();
            }
            return applied;
        }
    }

    /** Asks the running server to have a consumer replay the log. @return how far each consumer is */
    List<String> replay(Optional<String> consumer) {
        Ports ports = Ports.from(server.address()
                .map(URI::getPort)
                .orElseThrow(() -> new LaunchFailure("LaneRunner is not running; the server does the replay.")));
        Replay replay = new Replay(access(ports));
        consumer.ifPresent(replay::request);
        return replay.states();
    }

    public Optional<ProcessHandle> runningServer() {
        return server.find();
    }

    boolean isReady() {
        return server.address().map(server::isReady).orElse(false);
    }

    Optional<URI> serverAddress() {
        return server.address();
    }

    Optional<Integer> databasePort() {
        return data.exists() && !settings.usesExternalDatabase() ? postgres.runningPort() : Optional.empty();
    }

    public Optional<Long> databasePid() {
        return postgres.pid();
    }
}
