package org.lanerunner.tracks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NMEA 0183 as receivers write it: positions from RMC, GGA, GNS and GLL of any talker, dates from RMC and ZDA. The
 * sentences of one second are one point. A sentence whose checksum is wrong is passed over; times without any date
 * count on over midnight ({@link TrackClock}).
 */
final class NmeaReader implements TrackReader {

    private static final Pattern SENTENCE = Pattern.compile(
            "[$]([A-Z]{2})(RMC|GGA|GNS|GLL|ZDA|VTG|GSA|GSV|HDT|TXT|GST|DTM|RMB|VHW|HDG|ROT),([^*\\r\\n]*)(?:\\*(\\w\\w))?");
    private static final Pattern ANY_SENTENCE = Pattern.compile("(?m)^.{0,60}[$][A-Z]{2}[A-Z]{3},");
    private static final int LONGEST_LINE = 1000;

    @Override
    public String format() {
        return "NMEA 0183";
    }

    @Override
    public boolean recognises(TrackSource source) {
        return ANY_SENTENCE.matcher(source.beginning()).find();
    }

    @Override
    public List<TrackPoint> read(TrackSource source) {
        Epochs epochs = new Epochs(source);
        int wrong = 0;
        for (String line : (Iterable<String>) source.text().lines()::iterator) {
            Matcher sentence = SENTENCE.matcher(line.length() > LONGEST_LINE ? "" : line);
            if (!sentence.find()) {
                continue;
            }
            if (sentence.group(4) != null && !checksumHolds(line, sentence)) {
                wrong++;
                continue;
            }
            epochs.take(sentence.group(2), sentence.group(3).split(",", -1));
        }
        epochs.close();
        if (epochs.points.isEmpty()) {
            throw source.unreadable(
                    wrong > 0
                            ? "has only NMEA sentences with wrong checksums"
                            : "has no NMEA sentence with a position");
        }
        return epochs.points;
    }

    private static boolean checksumHolds(String line, Matcher sentence) {
        int sum = 0;
        for (int i = sentence.start(1); i < sentence.end(3); i++) {
            sum ^= line.charAt(i);
        }
        return sentence.group(4).matches("[0-9A-Fa-f]{2}") && Integer.parseInt(sentence.group(4), 16) == (sum & 0xFF);
    }

    /** Gathers the sentences of one moment into one point. */
    private static final class Epochs {

        private final TrackSource source;
        private final List<TrackPoint> points = new ArrayList<>();
        private String time;
        private String date;
        private double latitude = Double.NaN;
        private double longitude = Double.NaN;
        private boolean positioned;
        private boolean fixed;

        Epochs(TrackSource source) {
            this.source = source;
        }

        void take(String type, String[] fields) {
            switch (type) {
                case "RMC" -> {
                    begin(field(fields, 0));
                    date = dateOf(field(fields, 8));
                    position(fields, 2, "A".equals(field(fields, 1)) && !"N".equals(field(fields, 11)));
                }
                case "GGA" -> {
                    begin(field(fields, 0));
                    position(fields, 1, field(fields, 5).matches("0*[1-9]\\d*"));
                }
                case "GNS" -> {
                    begin(field(fields, 0));
                    position(fields, 1, field(fields, 5).matches(".*[^N].*"));
                }
                case "GLL" -> {
                    begin(field(fields, 4));
                    position(fields, 0, "A".equals(field(fields, 5)));
                }
                case "ZDA" -> {
                    begin(field(fields, 0));
                    date = dateOf(field(fields, 1) + field(fields, 2) + field(fields, 3));
                }
                default -> {} // speed, satellites and the like
            }
        }

        private void begin(String newTime) {
            String known = newTime.isEmpty() ? null : newTime;
            if (known == null || !Objects.equals(known, time)) {
                close();
                time = known;
            }
        }

        /** The first sentence with a position gives the point its position. A sentence that says there is none is believed. */
        private void position(String[] fields, int at, boolean good) {
            if (!positioned) {
                latitude = degrees(field(fields, at), field(fields, at + 1));
                longitude = degrees(field(fields, at + 2), field(fields, at + 3));
                fixed = good;
                positioned = true;
            } else {
                fixed &= good;
            }
        }

        void close() {
            if (positioned) {
                points.add(new TrackPoint(null, date, clock(time), latitude, longitude, fixed));
                TrackFile.refuseTooMany(source, points.size());
            }
            time = null;
            date = null;
            positioned = false;
        }

        private static String field(String[] fields, int index) {
            return index < fields.length ? fields[index].strip() : "";
        }

        private static double degrees(String value, String hemisphere) {
            if (!value.matches("\\d{1,5}(\\.\\d{0,12})?") || !hemisphere.matches("[NSEW]")) {
                return Double.NaN;
            }
            double degrees = TrackCoordinate.degreesOfNmea(Double.parseDouble(value));
            return hemisphere.matches("[SW]") ? -degrees : degrees;
        }

        /** DDMMYY or DDMMYYYY as a date that can be read in one way only. */
        private static String dateOf(String digits) {
            if (!digits.matches("\\d{6}|\\d{8}")) {
                return null;
            }
            String year = digits.substring(4);
            if (year.length() == 2) {
                year = (year.compareTo("80") < 0 ? "20" : "19") + year;
            }
            return year + '-' + digits.substring(2, 4) + '-' + digits.substring(0, 2);
        }

        private static String clock(String digits) {
            return digits == null || !digits.matches("\\d{6}(\\.\\d*)?")
                    ? null
                    : digits.substring(0, 2)
                            + ':'
                            + digits.substring(2, 4)
                            + ':'
                            + digits.substring(4, 6)
                            + (digits.length() > 7 ? digits.substring(6) : "");
        }
    }
}
