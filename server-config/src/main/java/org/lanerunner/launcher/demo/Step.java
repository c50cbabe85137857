package org.lanerunner.launcher.demo;

import java.util.List;
import java.util.concurrent.Callable;
import org.lanerunner.launcher.LaunchFailure;

/**
 * One thing that somebody does in the main job.
 *
 * @param what says who does what
 * @param work does it, throws a {@link LaunchFailure} for any outcome other than the right one, and returns lines about what came of it
 */
public record Step(String what, Callable<List<String>> work) {

    /** Throws a {@link LaunchFailure} with these words unless the condition holds. */
    static void require(boolean so, String otherwise) {
        if (!so) {
            throw new LaunchFailure(otherwise);
        }
    }
}
