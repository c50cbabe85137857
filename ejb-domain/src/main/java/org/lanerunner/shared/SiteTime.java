package org.lanerunner.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * An appointment: local time at the site, the site's zone, and the instant that they mean. In a gap (clocks go forward) the time moves forward by the gap. In a
 * fold (clocks go back) the earlier instant is meant. The local time always exists: a time that was written within a gap is shown as the one that it means.
 */
public record SiteTime(LocalDateTime local, String zone, Instant instant) {

    public SiteTime {
        local = local.atZone(ZoneId.of(zone)).toLocalDateTime();
    }

    public static SiteTime of(LocalDateTime local, String zone) {
        return new SiteTime(local, zone, local.atZone(ZoneId.of(zone)).toInstant());
    }

    /** Reads {@code 2026-11-23T08:00}. */
    public static SiteTime parse(String local, String zone, String pointer) {
        if (local == null) {
            throw Refusal.invalid(pointer, "A local time is needed, such as 2026-11-23T08:00.");
        }
        try {
            LocalDateTime time = LocalDateTime.parse(local);
            if (time.getYear() < 2000 || time.getYear() > 2100) {
                throw Refusal.invalid(pointer, "The year is not between 2000 and 2100.");
            }
            return of(time, zone);
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid(pointer, "A local time is written like 2026-11-23T08:00, without an offset.");
        }
    }

    public static SiteTime at(Instant instant, String zone) {
        return new SiteTime(LocalDateTime.ofInstant(instant, ZoneId.of(zone)), zone, instant);
    }
}
