package org.lanerunner.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lanerunner.shared.Money;

/**
 * The data of an event, or of an object within it, such as a stop: ids, enums, amounts, times, numbers, booleans and codes under their names, and lists and
 * objects of them. Text is refused unless it is a code such as {@code US-IL} or the gazetteer's id of a place, since nothing in the log can be erased. It is
 * immutable; each method answers a new one.
 */
public final class EventData {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{0,39}");
    private static final Pattern PLACE = Pattern.compile("(city|zip):[A-Z0-9-]{1,20}");
    private static final EventData NONE = new EventData(Map.of());

    private final Map<String, Object> values;

    private EventData(Map<String, Object> values) {
        this.values = values;
    }

    public static EventData none() {
        return NONE;
    }

    /** @param value an id, enum, amount, instant, date, number, boolean, code, place or object, or a collection of them; null leaves the name out */
    public EventData with(String name, Object value) {
        return value == null ? this : joined(Map.of(name, plain(name, value)));
    }

    public EventData with(EventData more) {
        return joined(more.values);
    }

    Map<String, Object> asMap() {
        return values;
    }

    private EventData joined(Map<String, Object> added) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.putAll(added);
        return new EventData(Collections.unmodifiableMap(more));
    }

    private static Object plain(String name, Object value) {
        if (value instanceof Collection<?> several) {
            List<Object> all = new ArrayList<>();
            several.forEach(one -> all.add(plain(name, one)));
            return all;
        }
        if (value instanceof EventData object) {
            return object.values;
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        if (value instanceof UUID || value instanceof Instant || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof Money money) {
            return Map.of("amount", money.amount(), "currency", money.currency());
        }
        if (value instanceof Number || value instanceof Boolean || (value instanceof String text && isCode(text))) {
            return value;
        }
        throw new IllegalArgumentException(name + " is free text or an object, which no event may carry");
    }

    private static boolean isCode(String text) {
        return CODE.matcher(text).matches() || PLACE.matcher(text).matches();
    }
}
