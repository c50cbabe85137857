package org.lanerunner.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanerunner.launcher.demo.Demo;
import org.lanerunner.shared.ServerSettings;

/**
 * The commands of {@code ./lanerunner}. The exit status is 0 only when the command did what it should; a failure is shown as a message, never as a stack
 * trace.
 */
public final class Main {
    private static final int NOT_RUNNING = 3;
    private static final String HELP = """
            ./lanerunner COMMAND [--data DIR] [--port P] [--bind ADDRESS] [--https] [--https-port P]

              demo [--trace FILE] [--speed N] [--exit]   start, carry one load from post to paid, leave the server running
              start                                      start in the background; returns when the server is ready
              stop                                       end server and database cleanly
              status                                     what runs, where
              logs [--follow] [--lines N]                the server's log
              dev                                        start, redeploy on change, portal with hot reload, debug port
              certificate [renew] [--new-authority]      HTTPS's certificate; or another one, which a running server takes at once
              reset [--yes]                              stop and delete the data folder
              bench [NAME]                               list the benchmarks, or run one
              migrate [--restored]                       bring only the database's schema up to date; say so when an older copy was put back
              audit verify                               look through the audit for rows that were changed, removed or added, and for a tail cut off
              broker-config [--role NAME]                what an Artemis outside has to be told, as its broker properties
              keys rotate signing                        a new key for access tokens; nobody is signed out
              keys rotate master [--destroy]             a new master key for the vault; the one before is kept aside, or destroyed
              keys rotate data [PURPOSE]                 new data keys for the vault; the server seals all secrets anew under them
              replay [CONSUMER]                          have a consumer learn anew from the event log; or list the consumers

            --data is the folder that keeps everything (default: data, in the project). --port moves the ports (default 8080):
            HTTP at P, the server's management at P+1, PostgreSQL at P+2. --bind opens HTTP to other machines (default 127.0.0.1).
            --https serves HTTPS too (--https-port, default 8443); other machines then get nothing by plain HTTP but a page that helps to trust it.
            Settings: docs/operations/settings.md""";

    private final Options options;
    private final Console console = new Console(System.out);
    private final Build build;
    private final DataFolder data;

    private Main(Options options) {
        Path home = Path.of(System.getProperty("lanerunner.home", "."))
                .toAbsolutePath()
                .normalize();
        this.options = options;
        this.build = Build.of(home);
        this.data = DataFolder.at(options.data(home));
    }

    public static void main(String[] words) {
        int status;
        try {
            status = new Main(Options.parse(words)).run();
        } catch (LaunchFailure failure) {
            System.err.println(failure.getMessage());
            status = 1;
        } catch (RuntimeException unforeseen) {
            System.err.println(said(unforeseen));
            status = 1;
        }
        System.exit(status);
    }

    /** The innermost cause says most: a file's name, a refused path. */
    static String said(RuntimeException unforeseen) {
        Throwable cause = unforeseen;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String kind = cause.getClass()
                .getSimpleName()
                .replaceAll("(Exception|Error)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
        return "That did not work: " + kind + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    private int run() {
        return switch (options.command()) {
            case "demo" -> Demo.run(options, build, data, console);
            case "start" -> start();
            case "stop" -> stop();
            case "status" -> status();
            case "logs" -> logs();
            case "dev" -> new Development(build, data, settings(), console).run();
            case "certificate" -> new Certificates(build, data, settings(), console).run(options);
            case "reset" -> reset();
            case "migrate" -> migrate();
            case "replay" -> replay();
            case "audit" -> audit();
            case "broker-config" -> brokerConfig();
            case "keys" -> keys();
            case "help", "--help", "-h" -> help();
            default -> throw new LaunchFailure("There is no command " + options.command() + ".\n" + HELP);
        };
    }

    private int help() {
        console.say(HELP);
        return 0;
    }

    private EffectiveSettings settings() {
        return settings(options, data);
    }

    /** The settings in force; those of the command line come first. */
    public static EffectiveSettings settings(Options options, DataFolder data) {
        EffectiveSettings settings = EffectiveSettings.of(data, System.getenv());
        if (options.has("port")) {
            settings.put(ServerSettings.HTTP_PORT, String.valueOf(options.number("port", 0)));
        }
        if (options.has("bind")) {
            settings.put(ServerSettings.BIND, options.value("bind", ""));
        }
        if (options.has("https")) {
            settings.put(ServerSettings.HTTPS, "true");
        }
        if (options.has("https-port")) {
            settings.put(ServerSettings.HTTPS_PORT, String.valueOf(options.number("https-port", 0)));
        }
        return settings;
    }

    private LaneRunner laneRunner() {
        return new LaneRunner(build, data, settings(), console);
    }

    private int start() {
        ServerHandle server = laneRunner().start();
        console.say((server.startedNow() ? "LaneRunner is ready at " : "LaneRunner was already running at ")
                + server.address() + "   (data in " + data.root() + ")");
        server.adminSetupLink().ifPresent(link -> console.say("Make the first administrator, once: " + link));
        if (server.servesHttps()) {
            Certificates.tell(settings(), data, console);
        } else if (settings().flag(ServerSettings.HTTPS)) {
            console.say("It was started without HTTPS; stop it, and start it with --https.");
        }
        return 0;
    }

    private int stop() {
        console.say(laneRunner().stop() ? "LaneRunner is stopped." : "LaneRunner was not running.");
        return 0;
    }

    private int status() {
        LaneRunner laneRunner = laneRunner();
        Optional<ProcessHandle> server = laneRunner.runningServer();
        console.say("Data folder   " + data.root() + (data.exists() ? "" : "   (not made yet)"));
        console.say("PostgreSQL    "
                + (settings().usesExternalDatabase()
                        ? "external, " + settings().text(ServerSettings.DB_URL)
                        : laneRunner
                                .databasePort()
                                .map(port -> "running on port " + port
                                        + laneRunner
                                                .databasePid()
                                                .map(pid -> ", pid " + pid)
                                                .orElse(""))
                                .orElse("not running")));
        console.say("WildFly       " + server.map(this::describe).orElse("not running"));
        boolean ready = server.isPresent() && laneRunner.isReady();
        console.say("Ready         "
                + (ready ? "yes, at " + laneRunner.serverAddress().orElseThrow() : "no"));
        return ready ? 0 : NOT_RUNNING;
    }

    private String describe(ProcessHandle process) {
        String since = process.info()
                .startInstant()
                .map(start -> ", up " + Duration.between(start, Instant.now()).toSeconds() + " s")
                .orElse("");
        return "running, pid " + process.pid() + since;
    }

    private int logs() {
        ServerLog.tail(data, options.number("lines", 100)).forEach(console::say);
        if (options.has("follow")) {
            try {
                ServerLog.follow(data, console);
            } catch (IOException broken) {
                throw new LaunchFailure("The log can't be read: " + broken.getMessage(), broken);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return 0;
    }

    private int reset() {
        if (!data.exists()) {
            console.say("There is no data in " + data.root() + ".");
            return 0;
        }
        if (!options.has("yes") && !confirmed()) {
            console.say("Nothing was deleted.");
            return 1;
        }
        laneRunner().stop();
        data.delete();
        console.say("Deleted " + data.root() + ".");
        return 0;
    }

    private boolean confirmed() {
        console.say("This deletes everything in " + data.root() + ": database, documents, logs. Type yes to go on:");
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return "yes".equals(answer);
        } catch (IOException noTerminal) {
            return false;
        }
    }

    private int replay() {
        List<String> names = options.arguments();
        laneRunner()
                .replay(names.isEmpty() ? Optional.empty() : Optional.of(names.get(0)))
                .forEach(console::say);
        return 0;
    }

    private int audit() {
        if (!options.arguments().equals(List.of("verify"))) {
            throw new LaunchFailure("./lanerunner audit verify is all there is.");
        }
        AuditCheck.Result result = laneRunner().checkAudit();
        console.say(result.looked());
        result.faults().forEach(console::say);
        return result.faults().isEmpty() ? 0 : 1;
    }

    private int brokerConfig() {
        console.say(OutsideBroker.configuration(settings(), options.value("role", "lanerunner")));
        return 0;
    }

    private int keys() {
        List<String> words = options.arguments();
        if (words.equals(List.of("rotate", "signing"))) {
            Path file = laneRunner().rotateSigningKey(Instant.now());
            console.say("Added " + file
                    + ". Servers sign with it in a minute (LANERUNNER_SIGNING_KEY_DELAY), restart or not.");
        } else if (words.equals(List.of("rotate", "master"))) {
            laneRunner()
                    .withVaultKeys(keys -> keys.rotateMaster(options.has("destroy"), Instant.now()))
                    .forEach(console::say);
        } else if (words.size() <= 3
                && words.subList(0, Math.min(2, words.size())).equals(List.of("rotate", "data"))) {
            int retired = laneRunner().withVaultKeys(keys -> keys.rotateData(words.subList(2, words.size())));
            console.say(
                    retired == 0
                            ? "There is no such data key in use; nothing was changed."
                            : retired
                                    + " data keys were retired. A running server seals their secrets anew within seconds, one that is down when it starts"
                                    + " (GET /api/admin/resealings).");
        } else {
            throw new LaunchFailure("Say which: ./lanerunner keys rotate signing, master or data");
        }
        return 0;
    }

    private int migrate() {
        int applied = laneRunner().migrate(options.has("restored"));
        console.say(applied == 0 ? "The schema was up to date." : applied + " migrations applied.");
        return 0;
    }
}
