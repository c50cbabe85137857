package org.lanerunner.tracks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of one file. Whether 09/10/14 is a day of September or of October is decided for the whole file: of
 * the orders that make a date of every text, the one is taken whose dates lie closest together, since a recording is
 * short. If two are equal, the year comes first, then the month (with slashes) or the day (with dots or hyphens).
 */
final class TrackCalendar {

    private static final Pattern THREE_NUMBERS = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})[-/.](\\d{1,4})");
    private static final Pattern DIGITS = Pattern.compile("\\d{6}|\\d{8}");
    private static final Pattern DAY_FIRST_NAME =
            Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3})[A-Za-z]*[-, ]+(\\d{2,4})");
    private static final Pattern MONTH_FIRST_NAME = Pattern.compile("([A-Za-z]{3})[A-Za-z]* (\\d{1,2}),? (\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private enum Order {
        YEAR_MONTH_DAY,
        MONTH_DAY_YEAR,
        DAY_MONTH_YEAR
    }

    private final Order order;

    private TrackCalendar(Order order) {
        this.order = order;
    }

    /** The calendar that suits all these texts. */
    static TrackCalendar suiting(Collection<String> dates) {
        boolean slashes = dates.stream().anyMatch(date -> date.indexOf('/') >= 0);
        List<Order> tried = slashes
                ? List.of(Order.YEAR_MONTH_DAY, Order.MONTH_DAY_YEAR, Order.DAY_MONTH_YEAR)
                : List.of(Order.YEAR_MONTH_DAY, Order.DAY_MONTH_YEAR, Order.MONTH_DAY_YEAR);
        Order best = tried.get(0);
        long bestUnread = Long.MAX_VALUE;
        long bestSpan = Long.MAX_VALUE;
        for (Order candidate : tried) {
            TrackCalendar calendar = new TrackCalendar(candidate);
            long unread = 0;
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (String text : dates) {
                LocalDate date = calendar.date(text);
                if (date == null) {
                    unread++;
                } else {
                    first = Math.min(first, date.toEpochDay());
                    last = Math.max(last, date.toEpochDay());
                }
            }
            long span = last < first ? Long.MAX_VALUE : last - first;
            if (unread < bestUnread || unread == bestUnread && span < bestSpan) {
                best = candidate;
                bestUnread = unread;
                bestSpan = span;
            }
        }
        return new TrackCalendar(best);
    }

    /** The date, or null where the text is not a date. */
    LocalDate date(String text) {
        Matcher numbers = THREE_NUMBERS.matcher(text);
        if (numbers.matches()) {
            return ordered(numbers.group(1), numbers.group(3), numbers.group(4));
        }
        if (DIGITS.matcher(text).matches()) {
            return ofDigits(text);
        }
        Matcher named = DAY_FIRST_NAME.matcher(text);
        if (named.matches()) {
            return valid(named.group(3), MONTHS.indexOf(named.group(2).toLowerCase(Locale.ROOT)) + 1, named.group(1));
        }
        named = MONTH_FIRST_NAME.matcher(text);
        if (named.matches()) {
            return valid(named.group(3), MONTHS.indexOf(named.group(1).toLowerCase(Locale.ROOT)) + 1, named.group(2));
        }
        return null;
    }

    private LocalDate ofDigits(String text) {
        int yearDigits = text.length() - 4;
        return order == Order.YEAR_MONTH_DAY
                ? ordered(
                        text.substring(0, yearDigits),
                        text.substring(yearDigits, yearDigits + 2),
                        text.substring(yearDigits + 2))
                : ordered(text.substring(0, 2), text.substring(2, 4), text.substring(4));
    }

    private LocalDate ordered(String first, String second, String third) {
        if (first.length() > 2) {
            return valid(first, Integer.parseInt(second), third);
        }
        if (third.length() <= 2 && order == Order.YEAR_MONTH_DAY) {
            return valid(first, Integer.parseInt(second), third);
        }
        return order == Order.MONTH_DAY_YEAR
                ? valid(third, Integer.parseInt(first), second)
                : valid(third, Integer.parseInt(second), first);
    }

    private static LocalDate valid(String yearText, int month, String dayText) {
        int year = Integer.parseInt(yearText);
        if (yearText.length() <= 2) {
            year += year < 70 ? 2000 : 1900;
        }
        try {
            return LocalDate.of(year, month, Integer.parseInt(dayText));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
