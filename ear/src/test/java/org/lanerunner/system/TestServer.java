package org.lanerunner.system;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.lanerunner.launcher.AuditCheck;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Certificates;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.JvmOptions;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.Ports;
import org.lanerunner.launcher.Replay;
import org.lanerunner.launcher.Secrets;
import org.lanerunner.launcher.ServerProcess;
import org.lanerunner.launcher.VaultKeys;
import org.lanerunner.launcher.tls.Tls;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server of the system tests. Before the first test the launcher's own classes start PostgreSQL, migrate it and prepare the server's folder with the EAR in its
 * deployments; Arquillian then starts and stops WildFly on it.
 */
public final class TestServer implements LauncherSessionListener {
    private static Build build;
    private static DataFolder data;
    private static EffectiveSettings settings;
    private static Ports ports;
    private static Database.Access access;
    private static LaneRunner laneRunner;
    private static String adminSetupToken;

    private static final Path PROVIDERS =
            Path.of("target", "login-providers.properties").toAbsolutePath();
    private static final int MAIL_PORT = FreePorts.find().debug();
    private static final int SMS_PORT = FreePorts.find().debug();

    /** Where the server answers. */
    public static URI address() {
        return URI.create("http://127.0.0.1:" + ports.http());
    }

    /** Where it answers over HTTPS. */
    static URI secureAddress() {
        return URI.create("https://localhost:" + FreePorts.https(ports));
    }

    /** HTTPS of the server's folder, as the launcher made it. */
    static Tls tls() {
        return new Tls(data, settings, Clock.systemUTC());
    }

    /** Has the trust page say what it says where the server is open to the network, this machine's names and a code for each; or what it says on loopback alone. */
    static void tellNetwork(boolean open) {
        Map<String, String> asked = testSettings();
        asked.put("LANERUNNER_HTTP_PORT", String.valueOf(ports.http()));
        asked.put("LANERUNNER_BIND", open ? "0.0.0.0" : "127.0.0.1");
        new Tls(data, EffectiveSettings.of(data, asked), Clock.systemUTC()).prepare();
    }

    /** Has the running server take the certificate that lies there now. */
    static void reloadCertificate() {
        Certificates.reload(build, ports);
    }

    /** The same by its name, as the portal is opened where passkeys are made. */
    public static URI byName() {
        return URI.create("http://localhost:" + ports.http());
    }

    /** The token of the link that makes the first administrator; it works once for all tests. */
    public static String adminSetupToken() {
        return adminSetupToken;
    }

    /** Where the server looks for an SMTP server, if a test starts one; mail to nobody's names is kept, and does not go there. */
    static int mailPort() {
        return MAIL_PORT;
    }

    /** Where the server looks for the provider of SMS, if a test starts one; SMS to nobody's numbers are kept. */
    static int smsPort() {
        return SMS_PORT;
    }

    /** Under which that provider would sign. */
    public static String smsToken() {
        return "sms-token-of-the-tests";
    }

    public static Secrets secrets() {
        return new Secrets(data);
    }

    public static DataFolder data() {
        return data;
    }

    public static Replay replay() {
        return new Replay(access);
    }

    public static AuditCheck auditCheck() {
        return new AuditCheck(access, data.auditHeads());
    }

    /** The vault's keys, with the server's own file or another. */
    static VaultKeys vaultKeys(Path masterKeys) {
        return new VaultKeys(access, masterKeys);
    }

    /** A connection under the server's own role, for asking what that role may not do. */
    public static Connection connectAsServer() throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.server().user(), access.server().password());
    }

    /** The database under the server's own role, for what is done beside the server. */
    static PGSimpleDataSource databaseOfServer() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(access.url());
        database.setUser(access.server().user());
        database.setPassword(access.server().password());
        return database;
    }

    /** A connection under the role that owns the tables. */
    public static Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("lanerunner.system.tests")) {
            return;
        }
        build = Build.of(
                Path.of(System.getProperty("lanerunner.home")).toAbsolutePath().normalize());
        data = DataFolder.at(build.home().resolve("ear/target/system-test"));
        ports = FreePorts.find();
        settings = EffectiveSettings.of(data, testSettings());
        FakeProvider.configure(PROVIDERS);
        Keycloak.start(byName());
        laneRunner = new LaneRunner(build, data, settings, new Console(System.out));
        laneRunner.stop();
        data.deleteIfThere();
        data.create();
        access = laneRunner.startDatabase(ports);
        Database.migrate(access);
        adminSetupToken = laneRunner.adminSetupToken(access).orElseThrow();
        ServerProcess server = new ServerProcess(build, data);
        server.prepare();
        Path properties = server.writeProperties(laneRunner.properties(ports, access, Map.of()));
        System.setProperty("test.server.home", build.server().toString());
        System.setProperty("test.server.jvm", String.join(" ", jvmOptions(settings)));
        System.setProperty("test.server.arguments", "-P=" + properties);
        System.setProperty("test.server.management.port", String.valueOf(ports.management()));
    }

    /**
     * Short times and low limits, so that what expires or is released by itself does so within a test, and a test can go beyond a limit. A system property of a setting's name goes before, such as
     * {@code -DLANERUNNER_ACCESS_TOKEN_LIFETIME=PT20S} for a suite that takes long against the tokens' life.
     */
    private static Map<String, String> testSettings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "LANERUNNER_TEST_MONEY", "true", "LANERUNNER_TIMER_SECONDS", "1", "LANERUNNER_DELIVERY_ATTEMPTS", "2"));
        for (String rate : List.of("SIGN_INS", "READS", "WRITES", "POSITIONS")) {
            settings.put("LANERUNNER_RATE_" + rate, "600000,600000,600000");
        }
        // a browser test goes beyond this one
        settings.put("LANERUNNER_RATE_EXPORTS", "0,60,0");
        settings.put("LANERUNNER_HTTPS", "true");
        settings.put("LANERUNNER_HTTPS_PORT", String.valueOf(FreePorts.https(ports)));
        settings.put("LANERUNNER_LIVE_WAITING_OF_ADDRESS", "20");
        settings.put("LANERUNNER_DISK_FREE_BYTES", "1048576");
        // who was signed in by one test is asked for no new proof in the next
        settings.put("LANERUNNER_PROOF_LIFETIME", "PT4H");
        // a slow machine is not refused
        settings.put("LANERUNNER_DB_POOL_WAIT_MILLISECONDS", "30000");
        // tests are refused all the time
        settings.put("LANERUNNER_AUDIT_REFUSALS_PER_MINUTE", "1000000");
        settings.put("LANERUNNER_HTTP_WINDOW_SECONDS", "2");
        settings.put("LANERUNNER_HTTP_BYTES_PER_SECOND", "16");
        settings.put("LANERUNNER_LOGIN_PROVIDERS_FILE", PROVIDERS.toString());
        settings.put("LANERUNNER_MAIL_HOST", "127.0.0.1");
        settings.put("LANERUNNER_MAIL_PORT", String.valueOf(MAIL_PORT));
        settings.put("LANERUNNER_MAIL_TLS", "none");
        settings.put("LANERUNNER_MAIL_FROM", "LaneRunner <no-reply@lanes.example>");
        settings.put("LANERUNNER_MAIL_ATTEMPTS", "2");
        settings.put("LANERUNNER_SMS_ACCOUNT", "AC01");
        settings.put("LANERUNNER_SMS_TOKEN", smsToken());
        settings.put("LANERUNNER_SMS_FROM", "+12015550100");
        settings.put("LANERUNNER_SMS_URL", "http://127.0.0.1:" + SMS_PORT);
        settings.put("LANERUNNER_SMS_COUNTRIES", "US, CA, +44, +49");
        settings.put("LANERUNNER_PUBLIC_URL", "http://localhost:" + ports.http());
        settings.put("LANERUNNER_MAILS_PER_ORGANISATION", "20");
        settings.put("LANERUNNER_MAILS_UNVERIFIED", "4000");
        settings.put("LANERUNNER_MAILS_PER_SENDER", "3000");
        Properties given = System.getProperties();
        given.stringPropertyNames().stream()
                .filter(name -> name.startsWith("LANERUNNER_"))
                .forEach(name -> settings.put(name, given.getProperty(name)));
        return settings;
    }

    private static List<String> jvmOptions(EffectiveSettings settings) {
        List<String> options = new java.util.ArrayList<>(JvmOptions.configured(settings));
        options.addAll(JvmOptions.of(data));
        // no test asks one thing so often that optimising its code would pay
        options.add("-XX:TieredStopAtLevel=1");
        String agent = System.getProperty("lanerunner.coverage.agent");
        if (agent != null) {
            options.add("-javaagent:" + agent + "=destfile=" + System.getProperty("lanerunner.coverage.file")
                    + ",includes=org.lanerunner.*");
        }
        return options;
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Keycloak.stop();
        if (laneRunner != null) {
            laneRunner.stop();
        }
    }
}
