package org.lanerunner.benchmarks;

import org.lanerunner.launcher.LaunchFailure;

/** Time that must pass while something is measured or waited for. */
final class Pause {
    private Pause() {}

    static void milliseconds(long length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }
}
