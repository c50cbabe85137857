package org.lanerunner.outbound.messaging;

import org.lanerunner.outbound.Delivery;
import org.lanerunner.outbound.MailContent;

/** Hands one message to who carries it, and returns only when they have taken it. */
@FunctionalInterface
public interface Gateway {

    /**
     * @throws NotWanted when they were asked and refuse this very message
     * @throws Unreachable when nobody could be asked, or what they refuse is us
     */
    void send(Delivery delivery, MailContent content);
}
