package org.lanerunner.events.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.lanerunner.shared.MessageBroker;

/**
 * Subscriptions of consumers that an earlier version had, as the journal of the built-in broker still holds them. They are ended, since nobody would read
 * their messages any more.
 */
@ApplicationScoped
class FormerSubscriptions {

    /** @param clientId null for a subscription that all nodes shared */
    private record Former(String clientId, String name) {}

    private static final Logger LOG = Logger.getLogger(FormerSubscriptions.class);
    private static final List<Former> ALL = List.of(
            new Former("analytics-booking", "analytics-event-counts"),
            new Former("analytics-load", "analytics-event-counts"),
            new Former(null, "analytics-event-counts-booking"),
            new Former(null, "analytics-event-counts-load"));

    @Inject
    private MessageBroker broker;

    private final List<Former> left = new ArrayList<>(ALL);

    /** Ends them one after another; where the broker refuses, the rest when it is called again. */
    synchronized void end() throws JMSException {
        if (broker.isOutside()) {
            return;
        }
        while (!left.isEmpty()) {
            end(left.get(0));
            left.remove(0);
        }
    }

    private void end(Former former) throws JMSException {
        try (Connection connection = broker.connect()) {
            if (former.clientId != null) {
                connection.setClientID(former.clientId);
            }
            connection.createSession(false, Session.AUTO_ACKNOWLEDGE).unsubscribe(former.name);
            LOG.infof("the subscription %s of an earlier version has ended", former.name);
        } catch (InvalidDestinationException notThere) {
            LOG.debugf("there is no subscription %s of an earlier version", former.name);
        }
    }
}
