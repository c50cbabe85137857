package org.lanerunner.events;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A type of event: its name, the version its data are in, and the family whose topic carries it. A type is known by its JSON schema in {@code schemas/};
 * without one it is refused, so that nothing unwritten reaches a consumer.
 */
record EventType(String name, int version, String family, boolean logged) {

    private static final Map<String, EventType> KNOWN = new ConcurrentHashMap<>();

    /** The family of the types whose first word is not one. */
    private static final Map<String, String> FAMILIES =
            Map.of("organisation", "user", "flag", "user", "offer", "load", "notice", "user", "contest", "booking");

    private static final List<String> TOPICS =
            List.of("booking", "document", "load", "location", "payment", "trip", "user");

    /** Sent to who listens now and kept nowhere: what they tell of stands in the positions, of which a trip sends some each minute, and in the inboxes. */
    private static final Set<String> ONLY_SENT = Set.of("location.reported", "notice.changed");

    private static final int CURRENT_VERSION = 1;

    static EventType of(String name) {
        return KNOWN.computeIfAbsent(name, EventType::find);
    }

    /** All whose events have topics. */
    static List<String> families() {
        return TOPICS;
    }

    /** The type as CloudEvents has it, such as {@code lanerunner.booking.confirmed.v1}. */
    String cloudEventsType() {
        return "lanerunner." + name + ".v" + version;
    }

    String topic() {
        return family + ".events";
    }

    static String familyOf(String word) {
        return FAMILIES.getOrDefault(word, word);
    }

    private static EventType find(String name) {
        String schema = "schemas/" + name + ".v" + CURRENT_VERSION + ".json";
        if (EventType.class.getResource(schema) == null) {
            throw new IllegalArgumentException(name + " has no schema " + schema);
        }
        String word = name.substring(0, name.indexOf('.'));
        return new EventType(name, CURRENT_VERSION, familyOf(word), !ONLY_SENT.contains(name));
    }
}
