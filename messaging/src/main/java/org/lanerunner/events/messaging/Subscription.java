package org.lanerunner.events.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageListener;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import org.jboss.logging.Logger;
import org.lanerunner.events.Deliveries;
import org.lanerunner.events.EventConsumer;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.shared.Correlation;

/**
 * A consumer's place in a topic: durable, and shared by all nodes. A message is acknowledged when the consumer's transaction has committed. A message whose
 * handling throws stays and comes again; after some tries it goes to the topic's dead letters.
 */
final class Subscription implements MessageListener {

    private static final Logger LOG = Logger.getLogger(Subscription.class);

    private final EventConsumer consumer;
    private final Deliveries deliveries;
    private final Session session;
    private MessageConsumer place;
    private volatile boolean open = true;

    Subscription(EventConsumer consumer, Deliveries deliveries, Session session) {
        this.consumer = consumer;
        this.deliveries = deliveries;
        this.session = session;
    }

    void listen(Topic topic, String name, MessageListener asThisApplication) throws JMSException {
        place = session.createSharedDurableConsumer(topic, name);
        place.setMessageListener(asThisApplication);
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void onMessage(Message message) {
        try {
            if (consumed(message)) {
                session.commit();
            } else {
                session.rollback();
                close();
            }
        } catch (JMSException | RuntimeException failure) {
            LOG.warnf(failure, "%s could not take an event; it comes again", consumer.name());
            rollBack();
        } finally {
            Correlation.clear();
        }
    }

    /** Returns false when the consumer may not take events now, because it is replaying the log. */
    private boolean consumed(Message message) throws JMSException {
        ReceivedEvent event = ReceivedEvent.of(((TextMessage) message).getText());
        return !consumer.hears(event.type()) || deliveries.deliver(consumer, event) != Deliveries.Outcome.REPLAYING;
    }

    private void rollBack() {
        try {
            session.rollback();
        } catch (JMSException gone) {
            LOG.debug("the broker went away; it has the message still", gone);
            open = false;
        }
    }

    /** Closes the consumer. The subscription stays in the broker, which keeps what comes meanwhile. */
    void close() throws JMSException {
        open = false;
        place.close();
    }
}
