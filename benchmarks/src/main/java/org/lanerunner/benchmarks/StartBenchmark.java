package org.lanerunner.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipOutputStream;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.LaunchFailure;
import org.lanerunner.launcher.demo.Step;

/**
 * From the launcher's start on kept data, PostgreSQL included, to the first served request, beside the same server configuration with an EAR that holds
 * nothing but one static file at the address asked for. In turns; the median of each.
 */
final class StartBenchmark implements Benchmark {
    private static final int ROUNDS = 3;

    @Override
    public String what() {
        return "start on kept data to the first served request, beside the same server with an empty EAR; memory after the main job";
    }

    @Override
    public void run(Build build, int port, Console console, Consumer<Figure> told) {
        Map<String, String> settings =
                Map.of("LANERUNNER_TEST_MONEY", "true", "LANERUNNER_HTTP_PORT", String.valueOf(port));
        DataFolder data = DataFolder.at(build.home().resolve("benchmarks/target/start"));
        Build empty =
                new Build(build.home(), build.server(), emptyEar(build), build.version(), build.postgresVersion());
        LaneRunner own = new LaneRunner(build, data, EffectiveSettings.of(data, settings), console);
        LaneRunner peer = new LaneRunner(empty, data, EffectiveSettings.of(data, settings), console);
        try (KillDrill kept = new KillDrill(build, data, settings, console)) {
            kept.startAnew();
            kept.run(kept.job().steps(), (Step step) -> false);
            double rss = Memory.rssMegabytes(own.runningServer().orElseThrow());
            double pss = own.databasePid()
                    .flatMap(ProcessHandle::of)
                    .map(Memory::pssMegabytes)
                    .orElseThrow();
            told.accept(Figure.alone(
                    "memory after the main job, server's RSS and PostgreSQL's PSS", rss + pss, "MB", "under 1300"));
            own.stop();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(seconds(own));
                theirs.add(seconds(peer));
            }
            told.accept(Figure.beside(
                    "start to the first served request",
                    median(ours),
                    "s",
                    median(theirs),
                    "at most 1.5 times the peer"));
        }
    }

    private static double seconds(LaneRunner laneRunner) {
        long start = System.nanoTime();
        laneRunner.start();
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        laneRunner.stop();
        return seconds;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static Path emptyEar(Build build) {
        Path ear = build.home().resolve("benchmarks/target/empty.ear");
        try (OutputStream file = Files.newOutputStream(ear);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            java.io.ByteArrayOutputStream war = new java.io.ByteArrayOutputStream();
            try (ZipOutputStream inside = new ZipOutputStream(war)) {
                Peer.entry(inside, "ready", "ready\n".getBytes(StandardCharsets.US_ASCII));
            }
            Peer.entry(zip, "META-INF/application.xml", """
                    <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                      <module><web><web-uri>ready.war</web-uri><context-root>/api</context-root></web></module>
                    </application>
                    """.getBytes(StandardCharsets.US_ASCII));
            Peer.entry(zip, "ready.war", war.toByteArray());
            return ear;
        } catch (IOException broken) {
            throw new LaunchFailure("The empty EAR can't be written: " + broken.getMessage(), broken);
        }
    }
}
