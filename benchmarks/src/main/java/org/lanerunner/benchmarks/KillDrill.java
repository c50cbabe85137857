package org.lanerunner.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.LaunchFailure;
import org.lanerunner.launcher.Secrets;
import org.lanerunner.launcher.ServerHandle;
import org.lanerunner.launcher.demo.MainJob;
import org.lanerunner.launcher.demo.People;
import org.lanerunner.launcher.demo.Step;
import org.lanerunner.launcher.demo.Way;

/**
 * The main job with kill -9 between its steps: the server is killed (every second time its database as well), started again by the launcher, and the job goes
 * on where it was. Afterwards nothing may be lost, doubled or out of balance. The data folder is its own, and deleted before.
 */
public final class KillDrill implements AutoCloseable {
    private static final Duration DEATH_LIMIT = Duration.ofMinutes(2);

    /** Times life: an hour and a half on the road takes a second. */
    private static final double SPEED = 5400;

    private final LaneRunner laneRunner;
    private final Console console;
    private final DataFolder data;
    private final List<Duration> restarts = new ArrayList<>();
    private ServerHandle server;
    private Database.Access access;
    private int runs;

    /** @param settings by their names in the environment; LANERUNNER_HTTP_PORT among them */
    public KillDrill(Build build, DataFolder data, Map<String, String> settings, Console console) {
        this.data = data;
        this.console = console;
        this.laneRunner = new LaneRunner(build, data, EffectiveSettings.of(data, settings), console);
    }

    /** Starts on an empty folder. */
    public void startAnew() {
        laneRunner.stop();
        data.deleteIfThere();
        start();
    }

    /** Starts on what is there. */
    public void start() {
        server = laneRunner.start();
        access = laneRunner.startDatabase(server.ports());
    }

    /** The demo's people at this server. */
    public People people() {
        Secrets secrets = server.secrets();
        return new People(server.address(), name -> secrets.text("demo-password-" + name));
    }

    /** Another load to carry. */
    public MainJob job() {
        return new MainJob(people(), ++runs, server.adminSetupToken(), "UTC", Way.simulatedAt(SPEED), console);
    }

    /** Does the steps. */
    public void run(List<Step> steps) {
        run(steps, step -> false);
    }

    /** Does the steps, killing before those that are meant. */
    public void run(List<Step> steps, Predicate<Step> killedBefore) {
        for (Step step : steps) {
            if (killedBefore.test(step)) {
                kill(restarts.size() % 2 == 1);
                long start = System.nanoTime();
                start();
                restarts.add(Duration.ofNanos(System.nanoTime() - start));
            }
            console.step(step.what(), step.work());
        }
    }

    /** kill -9. */
    public void kill(boolean databaseToo) {
        List<ProcessHandle> victims = new ArrayList<>();
        laneRunner.runningServer().ifPresent(victims::add);
        if (databaseToo) {
            laneRunner.databasePid().flatMap(ProcessHandle::of).ifPresent(victims::add);
        }
        if (victims.size() != (databaseToo ? 2 : 1)) {
            throw new LaunchFailure("What was to be killed did not run.");
        }
        victims.forEach(ProcessHandle::destroyForcibly);
        victims.forEach(KillDrill::awaitDeath);
        console.say("  kill -9 of the server" + (databaseToo ? " and of PostgreSQL" : ""));
    }

    private static void awaitDeath(ProcessHandle victim) {
        try {
            victim.onExit().get(DEATH_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException alive) {
            throw new LaunchFailure("A process outlived kill -9.", alive);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }

    /** Refuses with a sentence where something was lost, doubled or is out of balance. */
    public void check() {
        new Books(access).check();
    }

    /** The one value that a query answers. */
    public String text(String query) {
        return new Books(access).text(query);
    }

    /** How long each start after a kill took, until the server was ready. */
    public List<Duration> restarts() {
        return List.copyOf(restarts);
    }

    /** Ends it all and deletes the folder. */
    @Override
    public void close() {
        laneRunner.stop();
        data.deleteIfThere();
    }
}
