package org.lanerunner.system;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for a condition, never for a time. */
public final class Eventually {

    /** How long a test waits for what must come: no measure of speed, only long enough that nothing is slow by then but broken. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /** Asks again until the answer is as wanted, and gives it; fails after the limit with the last answer. */
    public static <T> T get(Callable<T> question, Predicate<T> wanted) {
        Instant end = Instant.now().plus(LIMIT);
        while (true) {
            T answer = ask(question);
            if (wanted.test(answer)) {
                return answer;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("after " + LIMIT.toSeconds() + " s still " + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static <T> T ask(Callable<T> question) {
        try {
            return question.call();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
