package org.lanerunner.events;

import java.util.List;

/** Says which topic carries which events. */
public final class EventFamilies {

    private EventFamilies() {}

    /** All families, each of which has a topic. */
    public static List<String> all() {
        return EventType.families();
    }

    /** @param type such as {@code offer.made} or {@code offer.*}; @return the family whose topic carries it */
    public static String of(String type) {
        return EventType.familyOf(type.substring(0, type.indexOf('.')));
    }
}
