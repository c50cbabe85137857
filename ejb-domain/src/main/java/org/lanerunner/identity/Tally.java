package org.lanerunner.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * Failed attempts of one kind, and the time until which no other may be made. From a certain number on the wait is a minute, and doubles with each further one,
 * up to an hour. After a day without one all are forgotten.
 *
 * @param lockedUntil null for no wait
 */
record Tally(int failures, Instant lastAt, Instant lockedUntil) {

    static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    /** How long the wait still lasts; zero where there is none. */
    Duration lockedAt(Instant now) {
        return lockedUntil == null || !lockedUntil.isAfter(now) ? Duration.ZERO : Duration.between(now, lockedUntil);
    }

    /** Counts one more, which is the first again after a day. */
    Tally failedAt(Instant now, int tolerated) {
        int count = lastAt.plus(FORGOTTEN).isBefore(now) ? 1 : failures + 1;
        return new Tally(count, now, count < tolerated ? null : now.plus(lock(count - tolerated)));
    }

    /** Takes one back, which did not fail. */
    Tally takenBack() {
        return new Tally(Math.max(0, failures - 1), lastAt, null);
    }

    private static Duration lock(int beyond) {
        Duration growing = SHORTEST.multipliedBy(1L << Math.min(beyond, DOUBLINGS));
        return growing.compareTo(LONGEST) > 0 ? LONGEST : growing;
    }
}
