package org.lanerunner.notifications;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.lanerunner.shared.Money;

/** The few facts from which a notice's words are made, by name. They are kept as they were when it was told, so no person's name or number is among them. */
@JsonIgnoreProperties(ignoreUnknown = true)
record NoticeFacts(Map<String, String> texts, Map<String, Money> amounts, Map<String, Instant> times) {

    static final NoticeFacts NONE = new NoticeFacts(Map.of(), Map.of(), Map.of());

    NoticeFacts {
        texts = texts == null ? Map.of() : Map.copyOf(texts);
        amounts = amounts == null ? Map.of() : Map.copyOf(amounts);
        times = times == null ? Map.of() : Map.copyOf(times);
    }

    NoticeFacts text(String name, String value) {
        return value == null ? this : new NoticeFacts(joined(texts, name, value), amounts, times);
    }

    NoticeFacts amount(String name, Money value) {
        return value == null ? this : new NoticeFacts(texts, joined(amounts, name, value), times);
    }

    NoticeFacts time(String name, Instant value) {
        return value == null ? this : new NoticeFacts(texts, amounts, joined(times, name, value));
    }

    private static <T> Map<String, T> joined(Map<String, T> some, String name, T value) {
        Map<String, T> all = new TreeMap<>(some);
        all.put(name, value);
        return all;
    }
}
