package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.lanerunner.shared.NeedsNoPermission;

/** Hands an event to a consumer once: the consumer's inbox row and all that it does about the event commit together or not at all. */
@NeedsNoPermission(because = "the system does it by itself on the way of events")
@Stateless
public class Deliveries {

    /** The result of handing an event over. */
    public enum Outcome {
        CONSUMED,
        KNOWN_BEFORE,
        /** The consumer learns anew from the log. The event comes again when that is done. */
        REPLAYING
    }

    @Inject
    private Inbox inbox;

    public Outcome deliver(EventConsumer consumer, ReceivedEvent event) {
        if (inbox.isFirst(consumer.name(), event.id())) {
            consumer.consume(event);
            return Outcome.CONSUMED;
        }
        return inbox.isReplaying(consumer.name()) ? Outcome.REPLAYING : Outcome.KNOWN_BEFORE;
    }
}
