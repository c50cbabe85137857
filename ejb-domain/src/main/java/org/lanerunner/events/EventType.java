package org.lanerunner.events;

import static java.util.stream.Collectors.toMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of event: its name, the version of its data, the family whose topic carries it, and whether it is kept in the log. All of this stands in the path of
 * its JSON schema, which the publishing feature has among its own resources: {@code <feature>/events/<family>/<name>.v<version>.json}, with {@code unlogged/}
 * after the family for events that are only sent to those who listen now. A type without a schema is refused, so that nothing undocumented reaches a consumer.
 *
 * @param schema the schema's path from the root of the class path
 */
record EventType(String name, int version, String family, boolean logged, String schema) {

    /** The list of all schemas' paths, one in each line; the build writes it. */
    private static final String INDEX = "schemas.index";

    private static final Pattern PATH =
            Pattern.compile("org/lanerunner/[a-z]+/events/([a-z]+)/(unlogged/)?([a-z.-]+)\\.v(\\d+)\\.json");

    private static final Map<String, EventType> KNOWN = read();

    /** @throws IllegalArgumentException where the type has no schema */
    static EventType of(String name) {
        EventType known = KNOWN.get(name);
        if (known == null) {
            throw new IllegalArgumentException(name + " has no schema");
        }
        return known;
    }

    /** All families, each of which has a topic, in alphabetical order. */
    static List<String> families() {
        return KNOWN.values().stream()
                .map(EventType::family)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * @param word the first word of a type's name, such as {@code offer}
     * @throws IllegalArgumentException where no type begins so
     */
    static String familyOf(String word) {
        return KNOWN.values().stream()
                .filter(type -> type.name.startsWith(word + "."))
                .map(EventType::family)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no event's name begins with " + word));
    }

    /** The type as CloudEvents has it, such as {@code lanerunner.booking.confirmed.v1}. */
    String cloudEventsType() {
        return cloudEventsType(name, version);
    }

    static String cloudEventsType(String name, int version) {
        return "lanerunner." + name + ".v" + version;
    }

    String topic() {
        return family + ".events";
    }

    /** The types by name, each in its latest version. */
    private static Map<String, EventType> read() {
        try (BufferedReader index = new BufferedReader(
                new InputStreamReader(EventType.class.getResourceAsStream(INDEX), StandardCharsets.UTF_8))) {
            return index.lines()
                    .map(EventType::at)
                    .collect(toMap(
                            EventType::name,
                            type -> type,
                            BinaryOperator.maxBy(Comparator.comparingInt(EventType::version))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static EventType at(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new IllegalStateException(path + " is no place for the schema of an event");
        }
        return new EventType(
                parts.group(3), Integer.parseInt(parts.group(4)), parts.group(1), parts.group(2) == null, path);
    }
}
