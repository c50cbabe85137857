package org.lanerunner.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * Failed attempts of one kind, and until when there may be no other: from so many on a minute, then with each further one twice as long, an hour at most. A day without
 * one and all is forgotten.
 *
 * @param lockedUntil null for not at all
 */
record Tally(int failures, Instant lastAt, Instant lockedUntil) {

    static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    /** How long it lasts still; nothing where it does not. */
    Duration lockedAt(Instant now) {
        return lockedUntil == null || !lockedUntil.isAfter(now) ? Duration.ZERO : Duration.between(now, lockedUntil);
    }

    /** One more, which is the first again after a day. */
    Tally failedAt(Instant now, int tolerated) {
        int count = lastAt.plus(FORGOTTEN).isBefore(now) ? 1 : failures + 1;
        return new Tally(count, now, count < tolerated ? null : now.plus(lock(count - tolerated)));
    }

    /** One less: it was none. */
    Tally takenBack() {
        return new Tally(Math.max(0, failures - 1), lastAt, null);
    }

    private static Duration lock(int beyond) {
        Duration growing = SHORTEST.multipliedBy(1L << Math.min(beyond, DOUBLINGS));
        return growing.compareTo(LONGEST) > 0 ? LONGEST : growing;
    }
}
