package org.lanerunner.outbound.messaging;

import org.lanerunner.outbound.Content;
import org.lanerunner.outbound.Delivery;

/** Hands one message to its provider, and returns only when the provider has taken it. */
@FunctionalInterface
public interface Gateway {

    /**
     * @return the provider's id for the message; null where the provider doesn't name one
     * @throws NotWanted when the provider was asked and refuses this very message
     * @throws Unanswered when the provider was asked and may have the message
     * @throws Unreachable when the provider could not be asked, or refuses everything from us
     */
    String send(Delivery delivery, Content content);
}
