package org.lanerunner.benchmarks;

import java.util.function.Consumer;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;

/** Something that is measured: tells each figure as soon as it is there, and fails with a sentence where it can't measure. */
interface Benchmark {

    /** What it measures, in one line. */
    String what();

    void run(Build build, int port, Console console, Consumer<Figure> told);
}
