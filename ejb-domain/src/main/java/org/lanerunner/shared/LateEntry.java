package org.lanerunner.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * Limits what may be written when its times had already begun. It is marked as a late entry. Times that began longer ago are refused: they are history, not
 * freight.
 */
public final class LateEntry {

    public static final Duration OLDEST = Duration.ofDays(31);

    private LateEntry() {}

    /** Refuses a time that began too long ago for a late entry. */
    public static void check(Instant begins, Instant now, String pointer) {
        if (tooOld(begins, now)) {
            throw Refusal.invalid(pointer, "This is more than " + OLDEST.toDays() + " days ago.");
        }
    }

    public static boolean tooOld(Instant begins, Instant now) {
        return begins.isBefore(now.minus(OLDEST));
    }

    public static boolean is(Instant begins, Instant now) {
        return begins.isBefore(now);
    }
}
