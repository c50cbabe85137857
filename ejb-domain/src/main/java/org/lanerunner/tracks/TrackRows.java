package org.lanerunner.tracks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects of one kind as the rows of a table: each member's name is a column, and inner objects are laid flat. */
final class TrackRows {

    private static final int MOST_COLUMNS = 1000;
    private static final int DEEPEST = 4;

    private final TrackSource source;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<List<String>> rows = new ArrayList<>();

    TrackRows(TrackSource source) {
        this.source = source;
    }

    /** Begins a row with the members of an object. More can be put into it. */
    List<String> add(Map<?, ?> members) {
        List<String> row = new ArrayList<>();
        flatten(row, members, 0);
        rows.add(row);
        TrackFile.refuseTooMany(source, rows.size());
        return row;
    }

    /** Sets a value in a row. The first value under a name stays. */
    void put(List<String> row, String name, String value) {
        Integer column = columns.get(name);
        if (column == null) {
            if (columns.size() == MOST_COLUMNS) {
                return;
            }
            column = columns.size();
            columns.put(name, column);
        }
        while (row.size() <= column) {
            row.add(null);
        }
        if (row.get(column) == null) {
            row.set(column, value);
        }
    }

    boolean tellPositions() {
        return new TrackColumns(List.copyOf(columns.keySet())).tellPositions();
    }

    List<TrackPoint> points() {
        return TrackTable.points(new TrackColumns(List.copyOf(columns.keySet())), rows);
    }

    private void flatten(List<String> row, Map<?, ?> members, int depth) {
        members.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner && depth < DEEPEST) {
                flattenInner(row, inner, depth);
            } else if (value instanceof String text) {
                put(row, (String) name, text);
            }
        });
    }

    private void flattenInner(List<String> row, Map<?, ?> inner, int depth) {
        if ("Point".equals(inner.get("type")) && inner.get("coordinates") instanceof List<?> coordinates) {
            putCoordinates(row, coordinates);
        } else {
            flatten(row, inner, depth + 1);
        }
    }

    /** Puts a GeoJSON position, longitude first. A fourth number is the time where it can be one. */
    void putCoordinates(List<String> row, List<?> coordinates) {
        if (coordinates.size() >= 2
                && coordinates.get(0) instanceof String longitude
                && coordinates.get(1) instanceof String latitude) {
            put(row, "latitude", latitude);
            put(row, "longitude", longitude);
            if (coordinates.size() >= 4
                    && coordinates.get(3) instanceof String measure
                    && measure.matches("\\d{9,16}(\\.\\d+)?")) {
                put(row, "timestamp", measure);
            }
        }
    }
}
