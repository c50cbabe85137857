package org.lanerunner.launcher.demo;

import java.util.List;
import java.util.concurrent.Callable;
import org.lanerunner.launcher.LaunchFailure;

/**
 * One thing that somebody does in the main job.
 *
 * @param what who does what
 * @param work does it, refuses an outcome other than the right one with a {@link LaunchFailure}, and tells what came of it in lines
 */
public record Step(String what, Callable<List<String>> work) {

    /** Refuses to go on unless it is so. */
    static void require(boolean so, String otherwise) {
        if (!so) {
            throw new LaunchFailure(otherwise);
        }
    }
}
