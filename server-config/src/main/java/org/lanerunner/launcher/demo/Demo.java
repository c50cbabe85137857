package org.lanerunner.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.lanerunner.analytics.AnalyticsSettings;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.LaunchFailure;
import org.lanerunner.launcher.Main;
import org.lanerunner.launcher.Options;
import org.lanerunner.launcher.Secrets;
import org.lanerunner.launcher.ServerHandle;
import org.lanerunner.shared.ServerSettings;

/** The command {@code demo}: starts the server with test money allowed, carries one load from post to paid, and tells which people can sign in. */
public final class Demo {
    private final Way way;
    private final Options options;
    private final Build build;
    private final DataFolder data;
    private final Console console;

    private Demo(Options options, Build build, DataFolder data, Console console) {
        this.way = Way.of(options);
        this.options = options;
        this.build = build;
        this.data = data;
        this.console = console;
    }

    /** The exit status: 0 only if every step did what it should. */
    public static int run(Options options, Build build, DataFolder data, Console console) {
        return new Demo(options, build, data, console).run();
    }

    private int run() {
        long start = System.nanoTime();
        LaneRunner laneRunner = withTestMoney();
        try {
            ServerHandle server = laneRunner.start();
            Secrets secrets = server.secrets();
            People people = new People(server.address(), name -> secrets.text("demo-password-" + name));
            String zone = Main.settings(options, data).text(AnalyticsSettings.BUSINESS_ZONE);
            MainJob job = new MainJob(people, nextRun(), server.adminSetupToken(), zone, way, console);
            console.say("");
            console.say("One load, from post to paid, over the API at " + server.api() + ":");
            job.steps().forEach(this::show);
            console.say("");
            console.say(String.format(
                    Locale.ROOT,
                    "Carried and paid. The whole demo took %.0f s.",
                    Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0));
            end(laneRunner, server, people.known());
            return 0;
        } catch (LaunchFailure failure) {
            if (options.has("exit")) {
                stopAfter(failure, laneRunner);
            }
            throw failure;
        }
    }

    private void show(Step step) {
        List<String> told;
        try {
            told = console.step(step.what(), step.work());
        } catch (LaunchFailure failure) {
            throw new LaunchFailure("The demo failed at \"" + step.what() + "\". " + failure.getMessage(), failure);
        }
        told.forEach(line -> console.say("      " + line));
    }

    /** Makes a data folder of the demo allow test money permanently. A server that runs on the folder without test money is started again. */
    private LaneRunner withTestMoney() {
        data.create();
        EffectiveSettings before = Main.settings(options, data);
        if (!before.text(ServerSettings.DB_URL).isEmpty()) {
            throw new LaunchFailure(
                    "The demo books with test money, which is refused with an external database: unset LANERUNNER_DB_URL.");
        }
        EffectiveSettings.keep(data, ServerSettings.TEST_MONEY, "true");
        EffectiveSettings settings = Main.settings(options, data);
        if (!settings.flag(ServerSettings.TEST_MONEY)) {
            throw new LaunchFailure("The demo books with test money, and LANERUNNER_TEST_MONEY forbids it: unset it.");
        }
        LaneRunner laneRunner = new LaneRunner(build, data, settings, console);
        if (!before.flag(ServerSettings.TEST_MONEY)) {
            laneRunner.stop();
        }
        return laneRunner;
    }

    /** The first number for whose driver no password is kept yet. */
    private int nextRun() {
        int run = 1;
        while (java.nio.file.Files.exists(data.secrets().resolve("demo-password-driver" + run))) {
            run++;
        }
        return run;
    }

    private void end(LaneRunner laneRunner, ServerHandle server, List<Person> people) {
        if (options.has("exit")) {
            laneRunner.stop();
            return;
        }
        console.say("");
        console.say("The portal: " + server.address());
        for (Person person : people) {
            console.say(
                    String.format(Locale.ROOT, "  %-16s %-24s %s", person.role(), person.email(), person.password()));
        }
        console.say("Passwords are kept in " + data.secrets() + ". The server runs on; ./lanerunner stop ends it.");
    }

    private void stopAfter(LaunchFailure failure, LaneRunner laneRunner) {
        try {
            laneRunner.stop();
        } catch (LaunchFailure notStopped) {
            failure.addSuppressed(notStopped);
            console.say("Not everything could be stopped: " + notStopped.getMessage());
        }
    }
}
