package org.lanerunner.tracks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON text as maps, lists and strings. Numbers and booleans stay text, because coordinates and times are read from
 * text everywhere. A text with one value in each line (NDJSON) is read as a list. Nesting deeper than any track needs
 * is refused, and so are more values than a track of the largest size has.
 */
final class TrackJson {

    private static final int DEEPEST = 40;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private static final int MOST_VALUES = 4_000_000;

    private final TrackSource source;
    private final JsonParser parser;
    private int values;

    private TrackJson(TrackSource source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    static boolean looksLikeIt(TrackSource source) {
        String beginning = source.beginning();
        return beginning.startsWith("{") || beginning.startsWith("[");
    }

    /** The whole text as one value. */
    static Object parse(TrackSource source) {
        try (JsonParser parser = FACTORY.createParser(source.text())) {
            return new TrackJson(source, parser).whole();
        } catch (StreamConstraintsException tooMuch) {
            throw source.unreadable("is JSON nested too deeply or with values too long for a track", tooMuch);
        } catch (JsonProcessingException malformed) {
            throw source.unreadable(
                    "is broken JSON"
                            + (malformed.getLocation() == null
                                    ? ""
                                    : " (line " + malformed.getLocation().getLineNr() + ", column "
                                            + malformed.getLocation().getColumnNr() + ")"),
                    malformed);
        } catch (IOException failed) {
            throw source.unreadable("can't be read as JSON", failed);
        }
    }

    private Object whole() throws IOException {
        parser.nextToken();
        Object value = value();
        if (parser.nextToken() == null) {
            return value;
        }
        List<Object> lines = new ArrayList<>();
        lines.add(value);
        do {
            lines.add(value());
        } while (parser.nextToken() != null);
        return lines;
    }

    private Object value() throws IOException {
        values++;
        if (values > MOST_VALUES) {
            throw source.unreadable("has more than " + MOST_VALUES + " values");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>(8);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value());
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> elements = new ArrayList<>(2);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value());
            }
            return elements;
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getText();
    }
}
