package org.lanerunner.shared.rest;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import org.lanerunner.shared.Refusal;

/** Reads times in queries in the same form as in bodies, such as 2026-11-23T08:00:00Z. */
@Provider
public class InstantParameters implements ParamConverterProvider {

    private static final ParamConverter<Instant> CONVERTER = new ParamConverter<>() {
        @Override
        public Instant fromString(String value) {
            if (value == null || value.isBlank()) {
                return null;
            }
            try {
                return Times.instant(value);
            } catch (DateTimeException unreadable) {
                throw Refusal.invalid("", "A time is written like 2026-11-23T08:00:00Z.");
            }
        }

        @Override
        public String toString(Instant value) {
            return value.toString();
        }
    };

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Instant.class ? (ParamConverter<T>) CONVERTER : null;
    }
}
