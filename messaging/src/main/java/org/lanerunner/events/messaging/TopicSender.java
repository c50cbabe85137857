package org.lanerunner.events.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.logging.Logger;
import org.lanerunner.events.Outbox;
import org.lanerunner.events.OutboxMessage;
import org.lanerunner.shared.MessageBroker;

/**
 * Sends a batch to its topics in a JMS transaction of its own, apart from the database's, and returns when the broker has committed it. Messages of one
 * aggregate are one group, so that one consumer gets them in order. The event's id is the duplicate id, so that what was sent before a crash isn't sent
 * twice. The broker refuses a whole batch because of one such message; then each message goes alone, in order. It is used by one thread at a time.
 */
@Dependent
public class TopicSender implements Outbox.Sender {

    private static final Logger LOG = Logger.getLogger(TopicSender.class);
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
    private static final String DUPLICATE_REFUSED = "ActiveMQDuplicateIdException";

    @Inject
    private MessageBroker broker;

    private final Map<String, Topic> topics = new HashMap<>();
    private Connection connection;
    private Session session;
    private MessageProducer producer;

    TopicSender() {}

    /** For a relay that runs outside of the application. */
    public TopicSender(MessageBroker broker) {
        this.broker = broker;
    }

    @Override
    public void send(List<OutboxMessage> batch) {
        try {
            open();
            try {
                for (OutboxMessage message : batch) {
                    producer.send(topic(message.topic()), jms(message));
                }
                session.commit();
            } catch (JMSException refused) {
                if (!duplicate(refused)) {
                    throw refused;
                }
                session.rollback();
                sendEach(batch);
            }
        } catch (JMSException | NamingException failure) {
            close();
            throw new IllegalStateException("the broker did not take the events", failure);
        }
    }

    @PreDestroy
    public void close() {
        Connection old = connection;
        connection = null;
        session = null;
        topics.clear();
        if (old != null) {
            try {
                old.close();
            } catch (JMSException failure) {
                LOG.debug("a connection to the broker did not close", failure);
            }
        }
    }

    private void sendEach(List<OutboxMessage> batch) throws JMSException, NamingException {
        for (OutboxMessage message : batch) {
            try {
                producer.send(topic(message.topic()), jms(message));
                session.commit();
            } catch (JMSException refused) {
                if (!duplicate(refused)) {
                    throw refused;
                }
                session.rollback();
                LOG.debugf("event %s was sent before", message.eventId());
            }
        }
    }

    private void open() throws JMSException {
        if (session == null) {
            connection = broker.connect();
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
            producer = session.createProducer(null);
        }
    }

    private Topic topic(String name) throws NamingException {
        Topic known = topics.get(name);
        if (known == null) {
            known = InitialContext.doLookup("java:jboss/jms/topic/" + name);
            topics.put(name, known);
        }
        return known;
    }

    private TextMessage jms(OutboxMessage message) throws JMSException {
        TextMessage text = session.createTextMessage(message.payload());
        text.setStringProperty(DUPLICATE_ID, message.eventId().toString());
        text.setStringProperty("JMSXGroupID", message.aggregateId().toString());
        text.setLongProperty("sequence", message.sequence());
        return text;
    }

    private static boolean duplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals(DUPLICATE_REFUSED)) {
                return true;
            }
        }
        return false;
    }
}
