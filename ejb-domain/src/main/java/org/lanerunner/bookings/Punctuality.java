package org.lanerunner.bookings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An arrival by its stop's window: before it, in it or after it. Windows are agreed to the minute and times are shown to the minute, so an arrival in the very
 * minute in which the window opens or ends is in time.
 */
public enum Punctuality {
    EARLY,
    IN_TIME,
    LATE;

    /** Null before the arrival. */
    static Punctuality of(Instant arrivedAt, Instant windowStart, Instant windowEnd) {
        if (arrivedAt == null) {
            return null;
        }
        Instant minute = arrivedAt.truncatedTo(ChronoUnit.MINUTES);
        if (minute.isBefore(windowStart.truncatedTo(ChronoUnit.MINUTES))) {
            return EARLY;
        }
        return minute.isAfter(windowEnd.truncatedTo(ChronoUnit.MINUTES)) ? LATE : IN_TIME;
    }
}
