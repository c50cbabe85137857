package org.lanerunner.launcher.demo;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lanerunner.launcher.LaunchFailure;

/** Waits for something that happens by itself. */
final class Wait {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Wait() {}

    /** Asks again and again until the answer is the wanted one. */
    static <T> T until(String what, Supplier<T> answer, Predicate<T> wanted) {
        long end = System.nanoTime() + LIMIT.toNanos();
        T last = answer.get();
        while (!wanted.test(last)) {
            if (System.nanoTime() > end) {
                throw new LaunchFailure("This did not come within " + LIMIT.toMinutes() + " minutes: " + what + ".");
            }
            pause(Duration.ofMillis(100));
            last = answer.get();
        }
        return last;
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(Math.max(0, length.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }
}
