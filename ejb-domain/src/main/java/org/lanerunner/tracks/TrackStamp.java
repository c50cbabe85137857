package org.lanerunner.tracks;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of one point, taken apart but not yet understood. It is an instant where the text says it all (seconds since
 * 1970), and otherwise a time of day with the date's text if there is one. A time without an offset is taken as UTC: a
 * journey is shifted to now, so only the differences count.
 *
 * @param instant set only where nothing is left to decide
 * @param date the date's text, still to be read by {@link TrackCalendar}; null where the time stands alone
 * @param timeOfDay the time of day
 * @param offset the offset from UTC in the text
 */
record TrackStamp(Instant instant, String date, LocalTime timeOfDay, ZoneOffset offset) {

    private static final int LONGEST = 64;
    private static final String DATE = "\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{8}|\\d{6}"
            + "|\\d{1,2}[- ][A-Za-z]{3,9}[-, ]+\\d{2,4}|[A-Za-z]{3,9} \\d{1,2},? \\d{4}";
    private static final Pattern STAMP = Pattern.compile("(?:[A-Za-z]{3,9}, ?)?(?:(" + DATE + ")(?:[T_, ]+|$))?"
            + "(?:(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:](\\d{1,9})\\d*)?)?\\s*([AaPp])?\\.?(?:[Mm]\\.?)?"
            + "\\s*(Z|[+-]\\d{2}(?::?\\d{2})?|[A-Za-z]{2,5})?(?:\\[[A-Za-z_/+-]+])?)?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{8}|\\d{6})T(\\d{6}(?:[.,]\\d+)?)(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern COMPACT_14 = Pattern.compile("((?:19|20)\\d{6})(\\d{6})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(?:[.,]\\d{1,12})?(?:[eE]\\+?\\d{1,2})?");

    /** The stamp of a point, or null where its texts tell no time. */
    static TrackStamp of(String dateText, String timeText) {
        String date = cleaned(dateText);
        String time = cleaned(timeText);
        if (date == null && time == null) {
            return null;
        }
        if (date == null) {
            return ofOne(time);
        }
        if (time == null) {
            return ofOne(date);
        }
        TrackStamp together = ofBoth(date, time);
        if (together != null) {
            return together;
        }
        TrackStamp whole = ofOne(time);
        return whole == null ? ofOne(date) : whole;
    }

    private static String cleaned(String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return null;
        }
        return text.strip();
    }

    private static TrackStamp ofBoth(String date, String time) {
        if (NUMBER.matcher(time).matches()) {
            LocalTime timeOfDay = timeOfDigits(time);
            return timeOfDay == null ? null : new TrackStamp(null, date, timeOfDay, null);
        }
        TrackStamp apart = ofOne(date + ' ' + time);
        return apart != null && apart.date != null ? apart : null;
    }

    private static TrackStamp ofOne(String text) {
        Matcher digits = COMPACT_14.matcher(text);
        if (digits.matches() && timeOfDigits(digits.group(2)) != null) {
            return new TrackStamp(null, digits.group(1), timeOfDigits(digits.group(2)), null);
        }
        if (NUMBER.matcher(text).matches()) {
            return ofNumber(Double.parseDouble(text.replace(',', '.')));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            LocalTime timeOfDay = timeOfDigits(compact.group(2));
            return timeOfDay == null
                    ? null
                    : new TrackStamp(null, compact.group(1), timeOfDay, offset(compact.group(3)));
        }
        Matcher stamp = STAMP.matcher(text);
        if (!stamp.matches() || stamp.group(1) == null && stamp.group(2) == null) {
            return null;
        }
        LocalTime timeOfDay = stamp.group(2) == null ? LocalTime.MIDNIGHT : timeOfClock(stamp);
        return timeOfDay == null ? null : new TrackStamp(null, stamp.group(1), timeOfDay, offset(stamp.group(7)));
    }

    /** Reads seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by size. */
    private static TrackStamp ofNumber(double number) {
        double seconds = number;
        while (Math.abs(seconds) >= 1e11) {
            seconds /= 1000;
        }
        long whole = (long) Math.floor(seconds);
        return new TrackStamp(
                Instant.ofEpochSecond(whole, Math.round((seconds - whole) * 1e6) * 1000), null, null, null);
    }

    /** Reads HHMMSS, also without leading zeros or with a fraction. */
    static LocalTime timeOfDigits(String text) {
        if (!text.matches("\\d{1,6}(?:[.,]\\d{1,12})?")) {
            return null;
        }
        double number = Double.parseDouble(text.replace(',', '.'));
        int whole = (int) number;
        return timeOfDay(whole / 10_000, whole / 100 % 100, whole % 100, Math.round((number - whole) * 1e6) * 1000);
    }

    private static LocalTime timeOfClock(Matcher stamp) {
        int hour = Integer.parseInt(stamp.group(2));
        if (stamp.group(6) != null) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + (stamp.group(6).equalsIgnoreCase("p") ? 12 : 0);
        }
        int second = stamp.group(4) == null ? 0 : Integer.parseInt(stamp.group(4));
        String fraction = stamp.group(5) == null ? "" : stamp.group(5);
        return timeOfDay(
                hour,
                Integer.parseInt(stamp.group(3)),
                second,
                Long.parseLong((fraction + "000000000").substring(0, 9)));
    }

    /** A leap second is read as the second before it. */
    private static LocalTime timeOfDay(int hour, int minute, int second, long nanos) {
        if (hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        return LocalTime.of(hour, minute, Math.min(second, 59), (int) Math.min(nanos, 999_999_999));
    }

    /** Names of zones other than UTC's are not read: their offset is the same for a whole file, except when daylight saving time ends or begins. */
    private static ZoneOffset offset(String text) {
        if (text == null || !text.matches("[+-].*")) {
            return text == null || !text.toUpperCase(Locale.ROOT).matches("Z|UTC|GMT") ? null : ZoneOffset.UTC;
        }
        String digits = text.replace(":", "");
        int hours = Integer.parseInt(digits.substring(1, 3));
        int minutes = digits.length() > 3 ? Integer.parseInt(digits.substring(3, 5)) : 0;
        if (hours > 17 || minutes > 59) {
            return null;
        }
        int sign = digits.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
