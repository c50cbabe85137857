package org.lanerunner.bookings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How an arrival lies to the stop's window. Windows are agreed by the minute and times are shown by it, so the minute in which the window opens and the one in which it ends are
 * both in time.
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
