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
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.lanerunner.events.Deliveries;
import org.lanerunner.events.EventConsumer;
import org.lanerunner.events.ReceivedEvent;

/**
 * Subscriptions that earlier versions left in the broker's journal: what waits in them is delivered, then they end, since nobody would empty them any more.
 * After the new ones are there; what both have is known by the inbox. Whether one is empty the broker says: silence would not, since what could not be delivered
 * before waits for its time, and a busy broker is slow.
 */
@ApplicationScoped
class FormerSubscriptions {

    /** @param consumer whom it belongs to now */
    private record Former(String clientId, String name, String family, String consumer) {

        OptionalLong waiting() throws JMSException {
            return WaitingMessages.of(family, clientId, name);
        }
    }

    private static final List<Former> ALL = List.of(
            new Former("analytics-booking", "analytics-event-counts", "booking", "analytics.event-counts"),
            new Former("analytics-load", "analytics-event-counts", "load", "analytics.event-counts"));

    private static final long PATIENCE_MILLISECONDS = 200;

    @Resource(lookup = "java:jboss/jms/LaneRunner")
    private ConnectionFactory broker;

    @Inject
    private Deliveries deliveries;

    private final Set<Former> left = new HashSet<>(ALL);

    /** Delivers what can be delivered now; the rest when it is called again. */
    synchronized void drain(Iterable<EventConsumer> consumers) throws JMSException, NamingException {
        for (Former former : ALL) {
            for (EventConsumer consumer : consumers) {
                if (left.contains(former) && consumer.name().equals(former.consumer)) {
                    drain(former, consumer);
                }
            }
        }
    }

    private void drain(Former former, EventConsumer consumer) throws JMSException, NamingException {
        if (former.waiting().isPresent()) {
            try (Connection connection = broker.createConnection()) {
                connection.setClientID(former.clientId);
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                connection.start();
                deliver(session, former, consumer);
                if (former.waiting().orElse(0) > 0) {
                    return;
                }
                session.unsubscribe(former.name);
            }
        }
        left.remove(former);
    }

    private void deliver(Session session, Former former, EventConsumer consumer) throws JMSException, NamingException {
        Topic topic = InitialContext.doLookup("java:jboss/jms/topic/" + former.family + ".events");
        try (MessageConsumer place = session.createSharedDurableConsumer(topic, former.name)) {
            for (Message message = place.receive(PATIENCE_MILLISECONDS);
                    message != null;
                    message = place.receive(PATIENCE_MILLISECONDS)) {
                ReceivedEvent event = ReceivedEvent.of(((TextMessage) message).getText());
                if (deliveries.deliver(consumer, event) == Deliveries.Outcome.REPLAYING) {
                    session.rollback();
                    return;
                }
                session.commit();
            }
        }
    }
}
