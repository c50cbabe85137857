package org.lanerunner.analytics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Business dates in one zone. A date runs from its midnight (or the first instant of the day where clocks change) up to, and without, the next one's. */
record BusinessDates(ZoneId zone, Clock clock) {

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    LocalDate lastClosed() {
        return today().minusDays(1);
    }

    LocalDate of(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The end of the date, or now where it is not over. */
    Instant knownUpTo(LocalDate date) {
        Instant end = startOf(date.plusDays(1));
        Instant now = clock.instant();
        return now.isBefore(end) ? now : end;
    }
}
