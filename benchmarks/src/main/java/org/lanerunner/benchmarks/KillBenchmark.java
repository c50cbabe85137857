package org.lanerunner.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.demo.Step;

/** kill -9 before every step of the main job but the first. */
final class KillBenchmark implements Benchmark {

    @Override
    public String what() {
        return "kill -9 before every step of the main job; nothing lost, nothing doubled, money balanced";
    }

    @Override
    public void run(Build build, int port, Console console, Consumer<Figure> told) {
        Map<String, String> settings =
                OutOfReach.and(Map.of("LANERUNNER_TEST_MONEY", "true", "LANERUNNER_HTTP_PORT", String.valueOf(port)));
        DataFolder data = DataFolder.at(build.home().resolve("benchmarks/target/kill"));
        try (KillDrill drill = new KillDrill(build, data, settings, console)) {
            drill.startAnew();
            List<Step> steps = drill.job().steps();
            drill.run(steps, step -> step != steps.get(0));
            drill.check();
            List<Duration> restarts = drill.restarts();
            double slowest =
                    restarts.stream().mapToLong(Duration::toMillis).max().orElse(0) / 1000.0;
            told.accept(Figure.alone("kills survived", restarts.size(), "kills", String.valueOf(steps.size() - 1)));
            told.accept(Figure.alone("slowest start after a kill", slowest, "s", "none"));
            told.accept(Figure.alone("events lost or applied twice, transfers out of balance", 0, "rows", "0"));
        }
    }
}
