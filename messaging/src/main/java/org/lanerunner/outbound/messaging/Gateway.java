package org.lanerunner.outbound.messaging;

import org.lanerunner.outbound.Content;
import org.lanerunner.outbound.Delivery;

/** Hands one message to who carries it, and returns only when they have taken it. */
@FunctionalInterface
public interface Gateway {

    /**
     * @return as which they know it; null where they don't say
     * @throws NotWanted when they were asked and refuse this very message
     * @throws Unanswered when they were asked and may have it
     * @throws Unreachable when nobody could be asked, or what they refuse is us
     */
    String send(Delivery delivery, Content content);
}
