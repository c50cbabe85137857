package org.lanerunner.tracks;

import java.util.List;
import java.util.Map;

/**
 * A JSON array of points with times: objects whose members are named as {@link TrackColumns} knows them, with their
 * position as two numbers, as WKT "POINT(lon lat)" or as a GeoJSON point. The array may stand inside an object
 * ("points", "locations", …), and the objects may come one in each line. Arrays of bare numbers are refused: it is not
 * guessed which of two is the latitude.
 */
final class JsonPointsReader implements TrackReader {

    private static final int DEEPEST_ARRAY = 3;

    @Override
    public String format() {
        return "JSON points";
    }

    @Override
    public boolean recognises(TrackSource source) {
        return TrackJson.looksLikeIt(source);
    }

    @Override
    public List<TrackPoint> read(TrackSource source) {
        TrackRows rows = rowsIn(source, source.json(), 0);
        if (rows == null) {
            throw source.unreadable("is JSON, but holds no array of objects with a latitude and a longitude; "
                    + TrackFile.FORMATS_READ);
        }
        return rows.points();
    }

    private static TrackRows rowsIn(TrackSource source, Object value, int depth) {
        if (value instanceof List<?> elements) {
            TrackRows rows = new TrackRows(source);
            for (Object element : elements) {
                if (element instanceof Map<?, ?> members) {
                    rows.add(members);
                }
            }
            return rows.tellPositions() ? rows : null;
        }
        if (value instanceof Map<?, ?> members && depth < DEEPEST_ARRAY) {
            for (Object inner : members.values()) {
                TrackRows rows = rowsIn(source, inner, depth + 1);
                if (rows != null) {
                    return rows;
                }
            }
        }
        return null;
    }
}
