package org.lanerunner.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lanerunner.launcher.LaunchFailure;

/** Memory of processes as Linux tells it. */
final class Memory {
    private static final double KIBIBYTES_PER_MEGABYTE = 1000 / 1.024;

    private Memory() {}

    /** Resident set of one process, in MB. */
    static double rssMegabytes(ProcessHandle process) {
        return kibibytes(Path.of("/proc", String.valueOf(process.pid()), "status"), "VmRSS:") / KIBIBYTES_PER_MEGABYTE;
    }

    /** Proportional set of a process and all below it, in MB: memory that several share is counted once. */
    static double pssMegabytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(each -> kibibytes(Path.of("/proc", String.valueOf(each.pid()), "smaps_rollup"), "Pss:")
                        / KIBIBYTES_PER_MEGABYTE)
                .sum();
    }

    private static double kibibytes(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow(() -> new LaunchFailure(file + " does not tell " + name));
        } catch (IOException unreadable) {
            throw new LaunchFailure("Memory can only be measured on Linux, by who may read " + file + ".", unreadable);
        }
    }
}
