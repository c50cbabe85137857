package org.lanerunner.tracks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the time texts of a vehicle's points into instants. A time of day without a date goes on from the point before
 * it, and a step back means midnight. A step back of less than a minute does not: it is a sentence that came late, and
 * stays on its day. Where a date turns up later in the file, the undated points before it get theirs from it.
 */
final class TrackClock {

    private static final long DAY_SECONDS = 86_400;
    private static final long LATE_SECONDS = 60;

    private TrackClock() {}

    /** An instant for each point, null where the point has no time. */
    static List<Instant> instants(List<TrackPoint> points) {
        List<TrackStamp> stamps = new ArrayList<>(points.size());
        Set<String> dates = new HashSet<>();
        boolean digitsAreClock = timesAreClockDigits(points);
        for (TrackPoint point : points) {
            TrackStamp stamp = digitsAreClock && point.time() != null
                    ? new TrackStamp(
                            null, null, TrackStamp.timeOfDigits(point.time().strip()), null)
                    : TrackStamp.of(point.date(), point.time());
            stamps.add(stamp);
            if (stamp != null && stamp.date() != null) {
                dates.add(stamp.date());
            }
        }
        TrackCalendar calendar = TrackCalendar.suiting(dates);
        return new Days(calendar).instants(stamps);
    }

    /** True if numbers without a date, such as 173418, are times of day: only if every point's number could be one. */
    private static boolean timesAreClockDigits(List<TrackPoint> points) {
        boolean any = false;
        for (TrackPoint point : points) {
            if (point.time() == null || point.time().isBlank()) {
                continue;
            }
            String time = point.time().strip();
            if (point.date() != null
                    || !time.matches("\\d{6}(\\.\\d{1,9})?")
                    || TrackStamp.timeOfDigits(time) == null) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /** Follows the days along the file. */
    private static final class Days {

        private final TrackCalendar calendar;
        private final List<Instant> instants = new ArrayList<>();
        private boolean dated;
        private long day;
        private long secondOfDay = -1;

        Days(TrackCalendar calendar) {
            this.calendar = calendar;
        }

        List<Instant> instants(List<TrackStamp> stamps) {
            for (TrackStamp stamp : stamps) {
                instants.add(stamp == null ? null : stamp.instant() != null ? stamp.instant() : instant(stamp));
            }
            return instants;
        }

        private Instant instant(TrackStamp stamp) {
            LocalDate date = stamp.date() == null ? null : calendar.date(stamp.date());
            if (stamp.date() != null && date == null) {
                return null;
            }
            LocalTime time = stamp.timeOfDay();
            long dayByClock = day + daysPassed(time.toSecondOfDay());
            secondOfDay = time.toSecondOfDay();
            day = date == null ? dayByClock : date.toEpochDay();
            if (date != null && !dated) {
                shiftEarlier(day - dayByClock);
                dated = true;
            }
            ZoneOffset offset = stamp.offset() == null ? ZoneOffset.UTC : stamp.offset();
            return LocalDate.ofEpochDay(day).atTime(time).toInstant(offset);
        }

        private long daysPassed(long newSecondOfDay) {
            if (secondOfDay < 0) {
                return 0;
            }
            long step = newSecondOfDay - secondOfDay;
            if (step <= -LATE_SECONDS) {
                return 1;
            }
            return step > DAY_SECONDS - LATE_SECONDS ? -1 : 0;
        }

        private void shiftEarlier(long days) {
            instants.replaceAll(earlier -> earlier == null ? null : earlier.plusSeconds(days * DAY_SECONDS));
        }
    }
}
