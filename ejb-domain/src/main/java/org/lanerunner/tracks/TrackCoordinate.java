package org.lanerunner.tracks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a latitude or longitude as people and loggers write it: decimal degrees with point or comma, a hemisphere
 * letter before or after, degrees-minutes-seconds, and with a letter also NMEA's DDMM.mmmm. What can't be read is NaN.
 */
final class TrackCoordinate {

    private static final int LONGEST = 40;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern SEXAGESIMAL =
            Pattern.compile("([+-]?)(\\d{1,3})\\s*[°º:d ]\\s*(\\d{1,2}(?:[.,]\\d*)?)\\s*['′’:m ]?\\s*"
                    + "(?:(\\d{1,2}(?:[.,]\\d*)?)\\s*(?:\"|″|”|''|s)?)?");
    private static final Pattern DEGREE_SIGN = Pattern.compile("\\s*[°º]\\s*$");

    private TrackCoordinate() {}

    /** A latitude or longitude whose hemisphere, if any, stands in the text. */
    static double parse(String text) {
        return parse(text, null);
    }

    /** The same, with the hemisphere's letter from a column of its own. */
    static double parse(String text, String hemisphere) {
        if (text == null || text.length() > LONGEST) {
            return Double.NaN;
        }
        String rest = text.strip();
        char letter = letterOf(hemisphere);
        if (!rest.isEmpty() && letterOf(rest.substring(rest.length() - 1)) != 0) {
            letter = letterOf(rest.substring(rest.length() - 1));
            rest = rest.substring(0, rest.length() - 1).strip();
        } else if (!rest.isEmpty() && letterOf(rest.substring(0, 1)) != 0) {
            letter = letterOf(rest.substring(0, 1));
            rest = rest.substring(1).strip();
        }
        double degrees = degrees(DEGREE_SIGN.matcher(rest).replaceFirst(""));
        if (letter != 0 && Math.abs(degrees) > 180) {
            degrees = Math.signum(degrees) * degreesOfNmea(Math.abs(degrees));
        }
        return letter == 'S' || letter == 'W' ? -Math.abs(degrees) : degrees;
    }

    /** NMEA's DDMM.mmmm or DDDMM.mmmm as decimal degrees. */
    static double degreesOfNmea(double degreesAndMinutes) {
        double degrees = Math.floor(degreesAndMinutes / 100);
        double minutes = degreesAndMinutes - degrees * 100;
        return minutes < 60 ? degrees + minutes / 60 : Double.NaN;
    }

    private static double degrees(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return number(text);
        }
        Matcher parts = SEXAGESIMAL.matcher(text);
        if (!parts.matches()) {
            return Double.NaN;
        }
        double minutes = number(parts.group(3));
        double seconds = parts.group(4) == null ? 0 : number(parts.group(4));
        if (minutes >= 60 || seconds >= 60) {
            return Double.NaN;
        }
        double magnitude = number(parts.group(2)) + minutes / 60 + seconds / 3600;
        return "-".equals(parts.group(1)) ? -magnitude : magnitude;
    }

    private static double number(String decimal) {
        return Double.parseDouble(decimal.replace(',', '.'));
    }

    private static char letterOf(String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        char first = Character.toUpperCase(text.strip().charAt(0));
        return first == 'N' || first == 'S' || first == 'E' || first == 'W' ? first : 0;
    }
}
