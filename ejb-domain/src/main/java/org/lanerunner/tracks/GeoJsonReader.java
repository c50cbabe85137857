package org.lanerunner.tracks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * GeoJSON: lines with their times in "coordTimes" or "times" where the writer kept them, or a point a feature with its
 * time among the properties. All lines of a file are one journey, unless their properties name different vehicles.
 * Where there are lines, single points are waypoints and are passed over, unless only the points have times.
 */
final class GeoJsonReader implements TrackReader {

    private static final Set<String> TYPES = Set.of(
            "Feature",
            "FeatureCollection",
            "GeometryCollection",
            "Point",
            "MultiPoint",
            "LineString",
            "MultiLineString",
            "Polygon",
            "MultiPolygon");
    private static final Set<String> TIMES =
            Set.of("coordtimes", "times", "timestamps", "coordinatetimes", "linestringtimestamps");
    private static final int DEEPEST = 20;

    @Override
    public String format() {
        return "GeoJSON";
    }

    /** Recognises the format by the outermost value's type, which in some files stands after megabytes of coordinates. */
    @Override
    public boolean recognises(TrackSource source) {
        if (!TrackJson.looksLikeIt(source)) {
            return false;
        }
        Object json = source.json();
        Object outermost = json instanceof List<?> several && !several.isEmpty() ? several.get(0) : json;
        return outermost instanceof Map<?, ?> members
                && members.get("type") instanceof String type
                && TYPES.contains(type)
                && (members.containsKey("coordinates")
                        || members.containsKey("features")
                        || members.containsKey("geometry")
                        || members.containsKey("geometries"));
    }

    @Override
    public List<TrackPoint> read(TrackSource source) {
        Shapes shapes = new Shapes(source);
        shapes.collect(source.json(), Map.of(), 0);
        List<TrackPoint> lines = shapes.lines.points();
        List<TrackPoint> points = shapes.points.points();
        if (lines.isEmpty() && points.isEmpty()) {
            throw source.unreadable("is GeoJSON without a line or points");
        }
        return lines.isEmpty() || timed(points) && !timed(lines) ? points : lines;
    }

    private static boolean timed(List<TrackPoint> points) {
        return points.stream().anyMatch(point -> point.time() != null || point.date() != null);
    }

    /** Gathers lines and points from nested collections. */
    private static final class Shapes {

        private final TrackRows lines;
        private final TrackRows points;

        Shapes(TrackSource source) {
            lines = new TrackRows(source);
            points = new TrackRows(source);
        }

        void collect(Object value, Map<?, ?> properties, int depth) {
            if (depth > DEEPEST) {
                return;
            }
            if (value instanceof List<?> several) {
                several.forEach(one -> collect(one, properties, depth + 1));
            }
            if (!(value instanceof Map<?, ?> shape) || !(shape.get("type") instanceof String type)) {
                return;
            }
            Object coordinates = shape.get("coordinates");
            switch (type) {
                case "FeatureCollection" -> collect(shape.get("features"), properties, depth + 1);
                case "GeometryCollection" -> collect(shape.get("geometries"), properties, depth + 1);
                case "Feature" -> collect(shape.get("geometry"), propertiesOf(shape), depth + 1);
                case "Point" -> addPoint(coordinates, properties);
                case "MultiPoint" -> addLine(points, coordinates, timesOf(properties), properties);
                case "LineString" -> addLine(lines, coordinates, timesOf(properties), vehicleOf(properties));
                case "MultiLineString" -> addLines(coordinates, properties);
                default -> {} // areas are no track
            }
        }

        private void addPoint(Object coordinates, Map<?, ?> properties) {
            if (coordinates instanceof List<?> position) {
                points.putCoordinates(points.add(properties), position);
            }
        }

        private void addLines(Object coordinates, Map<?, ?> properties) {
            if (coordinates instanceof List<?> parts) {
                List<?> times = timesOf(properties);
                for (int i = 0; i < parts.size(); i++) {
                    Object timesOfPart = i < times.size() ? times.get(i) : null;
                    addLine(
                            lines,
                            parts.get(i),
                            timesOfPart instanceof List<?> list ? list : List.of(),
                            vehicleOf(properties));
                }
            }
        }

        private static void addLine(TrackRows rows, Object coordinates, List<?> times, Map<?, ?> properties) {
            if (coordinates instanceof List<?> positions) {
                for (int i = 0; i < positions.size(); i++) {
                    if (positions.get(i) instanceof List<?> position) {
                        List<String> row = rows.add(properties);
                        if (i < times.size() && times.get(i) instanceof String time) {
                            rows.put(row, "timestamp", time);
                        }
                        rows.putCoordinates(row, position);
                    }
                }
            }
        }

        private static Map<?, ?> propertiesOf(Map<?, ?> feature) {
            Map<Object, Object> all = new LinkedHashMap<>();
            if (feature.get("properties") instanceof Map<?, ?> properties) {
                all.putAll(properties);
            }
            if (feature.get("id") instanceof String id) {
                all.putIfAbsent("id", id);
            }
            return all;
        }

        /** The times of a line: one array, or an array for each part of the line. */
        private static List<?> timesOf(Map<?, ?> properties) {
            for (Map.Entry<?, ?> property : properties.entrySet()) {
                if (property.getValue() instanceof List<?> times
                        && TIMES.contains(TrackColumns.normalized((String) property.getKey()))) {
                    return times;
                }
            }
            for (Object value : properties.values()) {
                if (value instanceof Map<?, ?> nested && !timesOf(nested).isEmpty()) {
                    return timesOf(nested);
                }
            }
            return List.of();
        }

        /** Those of a line's properties that name its vehicle. Its name, id and start time say nothing of a point. */
        private static Map<?, ?> vehicleOf(Map<?, ?> properties) {
            Map<Object, Object> vehicle = new LinkedHashMap<>();
            properties.forEach((name, value) -> {
                if (value instanceof String && TrackColumns.namesVehicle((String) name)) {
                    vehicle.put(name, value);
                }
            });
            return vehicle;
        }
    }
}
