package org.lanerunner.shared;

import java.time.Duration;
import java.time.Instant;

/** What is written when its times had already begun. It is marked as such, and how long ago they began has an end: what is older is history, not freight. */
public final class LateEntry {

    public static final Duration OLDEST = Duration.ofDays(31);

    private LateEntry() {}

    /** Refuses a time that began longer ago than anything is entered late. */
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
