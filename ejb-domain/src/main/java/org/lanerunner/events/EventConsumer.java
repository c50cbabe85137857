package org.lanerunner.events;

import java.util.Set;
import org.lanerunner.shared.NeedsNoPermission;

/**
 * A consumer learns from events: it is a CDI bean of any module, found by this type. Each has its own queue in every topic, so a consumer that fails or is slow
 * keeps nothing from another. An event that it can't take after some tries lies among the topic's dead letters under the consumer's name.
 */
@NeedsNoPermission(because = "events come to it from the system, on nobody's behalf")
public interface EventConsumer {

    /** The name, such as {@code notifications.notices}. It never changes, since the broker and the inbox know the consumer by it. */
    String name();

    /** The types of events that it hears, such as {@code load.posted}, or {@code load.*} for all that begin so. */
    Set<String> hears();

    /**
     * Learns of an event, by services or by SQL of its own, in a transaction that also notes that it has. Each event comes once, in the order of its aggregate.
     * If this throws, the event comes again.
     */
    void consume(ReceivedEvent event);

    /** The name of the queue in which the broker keeps the events of a family for it, and by which its dead letters are known. */
    default String placeIn(String family) {
        return name().replace('.', '-') + "-" + family;
    }

    default boolean hears(String type) {
        return hears().contains(type) || hears().contains(type.substring(0, type.indexOf('.')) + ".*");
    }
}
