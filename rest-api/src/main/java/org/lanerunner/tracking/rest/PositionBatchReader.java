package org.lanerunner.tracking.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.rest.Json;
import org.lanerunner.shared.rest.JsonBody;
import org.lanerunner.shared.rest.Times;
import org.lanerunner.tracking.Position;

/**
 * Reads a batch straight from the bytes, without a tree and without an object for each field, since batches are the most frequent requests. It knows only the
 * plain, correct form. Any other body goes to {@link JsonBody}, which checks syntax before meaning and names the field, so that refusals are the same as
 * everywhere.
 */
final class PositionBatchReader {

    /** A batch as tracking takes it. */
    record Batch(UUID tripId, List<Position> positions) {}

    /** The body is not in the plain form. */
    private static final class NotPlain extends Exception {

        private static final long serialVersionUID = 1L;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    private static final String[] FIELDS = {
        "at", "latitude", "longitude", "accuracyMeters", "speedMetersPerSecond", "headingDegrees"
    };

    /** No double that is written out has more characters, even with an exponent. */
    private static final int LONGEST_NUMBER = 30;

    private final JsonParser parser;

    private PositionBatchReader(JsonParser parser) {
        this.parser = parser;
    }

    static Batch read(byte[] body) {
        try (JsonParser parser = Json.mapper().getFactory().createParser(body)) {
            return new PositionBatchReader(parser).batch();
        } catch (NotPlain | IOException | DateTimeException | IllegalArgumentException | Refusal otherForm) {
            PositionBatch batch = JsonBody.read(body, PositionBatch.class);
            return new Batch(batch.tripId(), batch.checked());
        }
    }

    private Batch batch() throws IOException, NotPlain {
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        UUID tripId = null;
        List<Position> positions = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if ("positions".equals(field)) {
                positions = positions(value);
            } else if ("tripId".equals(field)) {
                expect(value, JsonToken.VALUE_STRING);
                tripId = UUID.fromString(parser.getText());
            } else {
                throw new NotPlain();
            }
        }
        if (positions == null || parser.nextToken() != null) {
            throw new NotPlain();
        }
        return new Batch(tripId, positions);
    }

    private List<Position> positions(JsonToken start) throws IOException, NotPlain {
        expect(start, JsonToken.START_ARRAY);
        List<Position> positions = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.START_OBJECT);
            positions.add(position());
        }
        return positions;
    }

    private Position position() throws IOException, NotPlain {
        Instant at = null;
        Double[] numbers = new Double[FIELDS.length];
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int field = field(parser.currentName());
            JsonToken value = parser.nextToken();
            if (field == 0) {
                expect(value, JsonToken.VALUE_STRING);
                at = Times.instant(parser.getText());
            } else if (value != JsonToken.VALUE_NULL) {
                numbers[field] = number(value);
            }
        }
        if (at == null || numbers[1] == null || numbers[2] == null) {
            throw new NotPlain();
        }
        return new Position(at, numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    private double number(JsonToken value) throws IOException, NotPlain {
        if (!value.isNumeric()
                || parser.getTextLength() > LONGEST_NUMBER
                || !Double.isFinite(parser.getDoubleValue())) {
            throw new NotPlain();
        }
        return parser.getDoubleValue();
    }

    private static int field(String name) throws NotPlain {
        for (int i = 0; i < FIELDS.length; i++) {
            if (FIELDS[i].equals(name)) {
                return i;
            }
        }
        throw new NotPlain();
    }

    private static void expect(JsonToken actual, JsonToken wanted) throws NotPlain {
        if (actual != wanted) {
            throw new NotPlain();
        }
    }
}
