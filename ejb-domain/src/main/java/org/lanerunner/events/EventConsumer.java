package org.lanerunner.events;

import java.util.Set;
import org.lanerunner.shared.NeedsNoPermission;

/**
 * Somebody who learns from what happened: a CDI bean of whatever module, found by this type. Each has its own place in every topic, so that one that fails or
 * is slow keeps nothing from another; what it can't take after some tries lies among the topic's dead letters under its name.
 */
@NeedsNoPermission(because = "events come to it from the system, on nobody's behalf")
public interface EventConsumer {

    /** Such as {@code notifications.notices}; it never changes, since the broker and the inbox know it by this. */
    String name();

    /** Types of events such as {@code load.posted}, or {@code load.*} for all that begin so. */
    Set<String> hears();

    /**
     * Learns an event, by services or by SQL of its own, in a transaction that also says it has. It comes once, in the order of its aggregate; what throws comes
     * again.
     */
    void consume(ReceivedEvent event);

    /** The queue in which the broker keeps what it has yet to hear of a family, and by whose name its dead letters are known. */
    default String placeIn(String family) {
        return name().replace('.', '-') + "-" + family;
    }

    default boolean hears(String type) {
        return hears().contains(type) || hears().contains(type.substring(0, type.indexOf('.')) + ".*");
    }
}
