package org.lanerunner.shared.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;

/**
 * The one JSON mapper of the API. It is strict: it refuses unknown and repeated fields and anything after the document, "3" for a number, 3.0 for an int, and
 * a number for a time or an enum.
 */
public final class Json {

    static final int MAXIMUM_DEPTH = 64;

    private static final ObjectMapper MAPPER = make();

    private Json() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    private static ObjectMapper make() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        ObjectMapper mapper = JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(times())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        mapper.getFactory().configure(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION, false);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        return mapper;
    }

    private static SimpleModule times() {
        SimpleModule module = new SimpleModule("times as text only");
        module.addDeserializer(Instant.class, new FromText<>(Times::instant, "a time such as 2026-11-23T08:00:00Z"));
        module.addDeserializer(
                LocalDateTime.class, new FromText<>(Times::local, "a local time such as 2026-11-23T08:00"));
        module.addDeserializer(LocalDate.class, new FromText<>(Times::date, "a date such as 2026-11-23"));
        return module;
    }

    /** A value that is written as text and in no other form. */
    private static final class FromText<T> extends JsonDeserializer<T> {

        private final Function<String, T> parse;
        private final String expected;

        FromText(Function<String, T> parse, String expected) {
            this.parse = parse;
            this.expected = expected;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            if (!parser.currentToken().isScalarValue()
                    || parser.currentToken().isNumeric()
                    || parser.currentToken().isBoolean()) {
                return context.reportInputMismatch(this, "must be " + expected);
            }
            try {
                return parse.apply(text);
            } catch (DateTimeException notThat) {
                return context.reportInputMismatch(this, "must be " + expected);
            }
        }
    }
}
