package org.lanerunner.shared.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

/**
 * Reads the times that clients write, in bodies and in addresses alike. Times outside the years 1900 to 2999 are refused: no freight is carried then, the
 * database can't store all of them, and calculating with them could fail.
 */
public final class Times {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private Times() {}

    /**
     * A time in the form of RFC 3339, such as 2026-11-23T08:00:00Z, to the microsecond.
     *
     * @throws DateTimeException when it has another form; the other methods throw it, too
     */
    public static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        checkYear(time.getYear());
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A local time without a zone, such as 2026-11-23T08:00. */
    public static LocalDateTime local(String text) {
        LocalDateTime local = LocalDateTime.parse(text);
        checkYear(local.getYear());
        return local;
    }

    /** A date such as 2026-11-23. */
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        checkYear(date.getYear());
        return date;
    }

    private static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refusal.invalid("", "This must be in the years " + FIRST_YEAR + " to " + LAST_YEAR + ".")
                    .beyond(Limit.TIME);
        }
    }
}
