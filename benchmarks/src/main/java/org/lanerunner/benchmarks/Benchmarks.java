package org.lanerunner.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.LaunchFailure;

/** The command {@code bench}: lists the benchmarks, or runs one on data folders of its own. */
public final class Benchmarks {
    private static final int PORT = 18_480;
    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "core", new CoreBenchmark(),
            "identity", new IdentityBenchmark(),
            "kill", new KillBenchmark(),
            "start", new StartBenchmark()));

    private Benchmarks() {}

    /** @param words the benchmark's name, then {@code --port P} where another port is wanted */
    public static void main(String[] words) {
        int status;
        try {
            status = run(List.of(words));
        } catch (LaunchFailure failure) {
            System.err.println(failure.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private static int run(List<String> words) {
        Console console = new Console(System.out);
        if (words.isEmpty()) {
            ALL.forEach(
                    (name, benchmark) -> console.say(String.format(Locale.ROOT, "%-8s %s", name, benchmark.what())));
            return 0;
        }
        Benchmark benchmark = ALL.get(words.get(0));
        if (benchmark == null) {
            throw new LaunchFailure(
                    "There is no benchmark " + words.get(0) + "; there are " + String.join(", ", ALL.keySet()) + ".");
        }
        long start = System.nanoTime();
        List<Figure> figures = new ArrayList<>();
        Build build = Build.of(Path.of(System.getProperty("lanerunner.home", "."))
                .toAbsolutePath()
                .normalize());
        benchmark.run(build, port(words), console, figure -> {
            figures.add(figure);
            console.say(figure.line());
        });
        console.say("");
        console.say("All figures of " + words.get(0) + ":");
        figures.forEach(figure -> console.say(figure.line()));
        console.say(String.format(
                Locale.ROOT,
                "(%d s)",
                Duration.ofNanos(System.nanoTime() - start).toSeconds()));
        return 0;
    }

    private static int port(List<String> words) {
        if (words.size() == 1) {
            return PORT;
        }
        if (words.size() == 3 && words.get(1).equals("--port")) {
            try {
                return Integer.parseInt(words.get(2));
            } catch (NumberFormatException noNumber) {
                throw new LaunchFailure("--port needs a whole number, not " + words.get(2) + ".", noNumber);
            }
        }
        throw new LaunchFailure("bench takes a name and, if wanted, --port P.");
    }
}
