package org.lanerunner.events.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.lanerunner.events.Deliveries;
import org.lanerunner.events.EventConsumer;
import org.lanerunner.events.ReceivedEvent;

/**
 * Subscriptions that earlier versions left in the broker's journal: what waits in them is delivered, then they end, since nobody would empty them any more.
 * Once, after the new ones are there; what both have is known by the inbox.
 */
@ApplicationScoped
class FormerSubscriptions {

    /** @param consumer whom it belongs to now */
    private record Former(String clientId, String name, String family, String consumer) {}

    private static final List<Former> ALL = List.of(
            new Former("analytics-booking", "analytics-event-counts", "booking", "analytics.event-counts"),
            new Former("analytics-load", "analytics-event-counts", "load", "analytics.event-counts"));

    private static final long EMPTY_AFTER_MILLISECONDS = 200;

    @Resource(lookup = "java:jboss/jms/LaneRunner")
    private ConnectionFactory broker;

    @Inject
    private Deliveries deliveries;

    private boolean drained;

    synchronized void drain(Iterable<EventConsumer> consumers) throws JMSException, NamingException {
        if (!drained) {
            for (Former former : ALL) {
                for (EventConsumer consumer : consumers) {
                    if (consumer.name().equals(former.consumer)) {
                        drain(former, consumer);
                    }
                }
            }
            drained = true;
        }
    }

    private void drain(Former former, EventConsumer consumer) throws JMSException, NamingException {
        try (Connection connection = broker.createConnection()) {
            connection.setClientID(former.clientId);
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            connection.start();
            Topic topic = InitialContext.doLookup("java:jboss/jms/topic/" + former.family + ".events");
            try (MessageConsumer place = session.createSharedDurableConsumer(topic, former.name)) {
                for (Message message = place.receive(EMPTY_AFTER_MILLISECONDS);
                        message != null;
                        message = place.receive(EMPTY_AFTER_MILLISECONDS)) {
                    deliveries.deliver(consumer, ReceivedEvent.of(((TextMessage) message).getText()));
                    session.commit();
                }
            }
            session.unsubscribe(former.name);
        }
    }
}
