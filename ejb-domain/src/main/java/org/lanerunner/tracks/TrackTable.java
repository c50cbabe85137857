package org.lanerunner.tracks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows under named columns, from a CSV file or from the members of JSON objects, read as points. A column of ids names
 * the vehicle only if its values repeat; ids that differ from row to row are the rows' own.
 */
final class TrackTable {

    private static final int LONGEST_POSITION = 120;
    private static final Pattern WKT_POINT =
            Pattern.compile("(?i)(?:SRID=\\d+;)?\\s*POINT\\s*(?:ZM?|M)?\\s*\\(\\s*(\\S+)\\s+([^\\s)]+)[^)]*\\)");
    private static final Pattern PAIR =
            Pattern.compile("[\\[(]?\\s*([^,;\\s]+)\\s*[,;\\s]\\s*([^,;\\s\\])]+)\\s*[\\])]?");

    private TrackTable() {}

    static List<TrackPoint> points(TrackColumns columns, List<List<String>> rows) {
        int vehicle = vehicleColumn(columns, rows);
        List<TrackPoint> points = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            double[] position = position(columns, row);
            points.add(new TrackPoint(
                    TrackColumns.cell(row, vehicle),
                    TrackColumns.cell(row, columns.date),
                    TrackColumns.cell(row, columns.time),
                    position[0],
                    position[1],
                    columns.receiverHadFix(row)));
        }
        return points;
    }

    private static int vehicleColumn(TrackColumns columns, List<List<String>> rows) {
        for (int column : columns.vehicles) {
            Set<String> values = new HashSet<>();
            for (List<String> row : rows) {
                String value = TrackColumns.cell(row, column);
                if (value != null && !value.isBlank()) {
                    values.add(value);
                }
            }
            if (!values.isEmpty() && values.size() * 2 <= rows.size()) {
                return column;
            }
        }
        return -1;
    }

    /** Latitude and longitude, NaN where the row has none. */
    private static double[] position(TrackColumns columns, List<String> row) {
        if (columns.latitude >= 0 && columns.longitude >= 0) {
            return new double[] {
                TrackCoordinate.parse(
                        TrackColumns.cell(row, columns.latitude), TrackColumns.cell(row, columns.latitudeHemisphere)),
                TrackCoordinate.parse(
                        TrackColumns.cell(row, columns.longitude), TrackColumns.cell(row, columns.longitudeHemisphere))
            };
        }
        if (columns.latitudeE7 >= 0 && columns.longitudeE7 >= 0) {
            return new double[] {
                TrackCoordinate.parse(TrackColumns.cell(row, columns.latitudeE7)) / 1e7,
                TrackCoordinate.parse(TrackColumns.cell(row, columns.longitudeE7)) / 1e7
            };
        }
        return pair(TrackColumns.cell(row, columns.position));
    }

    /** Reads a pair of numbers: WKT has the longitude first, a plain pair the latitude. */
    private static double[] pair(String text) {
        if (text != null && text.length() <= LONGEST_POSITION) {
            Matcher wkt = WKT_POINT.matcher(text.strip());
            if (wkt.matches()) {
                return new double[] {TrackCoordinate.parse(wkt.group(2)), TrackCoordinate.parse(wkt.group(1))};
            }
            Matcher pair = PAIR.matcher(text.strip());
            if (pair.matches()) {
                return new double[] {TrackCoordinate.parse(pair.group(1)), TrackCoordinate.parse(pair.group(2))};
            }
        }
        return new double[] {Double.NaN, Double.NaN};
    }
}
