package org.lanerunner.live.websocket;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.logging.Logger;
import org.lanerunner.events.EventFamilies;

/**
 * Hears the topics of all families for the channels of this node: each node has a subscription of its own, which does not outlive it, since a page that was not
 * connected reads what it missed over the API. Nothing is written, so nothing needs an inbox or a transaction.
 */
@ApplicationScoped
class LiveTopics {

    private static final Logger LOG = Logger.getLogger(LiveTopics.class);

    private Connection connection;

    @Resource(lookup = "java:jboss/jms/LaneRunner")
    private ConnectionFactory broker;

    @Resource
    private ContextService contexts;

    @Inject
    private LiveEvents events;

    /** Subscribes where nothing is subscribed: at the start, and again after the broker went away. */
    synchronized void tick() {
        if (connection != null) {
            return;
        }
        try {
            connection = broker.createConnection();
            connection.setExceptionListener(gone -> close());
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageListener heard = contexts.createContextualProxy(this::heard, MessageListener.class);
            for (String family : EventFamilies.all()) {
                Topic topic = InitialContext.doLookup("java:jboss/jms/topic/" + family + ".events");
                session.createConsumer(topic).setMessageListener(heard);
            }
            connection.start();
        } catch (JMSException | NamingException | RuntimeException failure) {
            LOG.warnf("live channels hear nothing now, the next try is soon: %s", failure.getMessage());
            LOG.debug("subscribing failed", failure);
            close();
        }
    }

    @PreDestroy
    synchronized void close() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (JMSException failure) {
                LOG.debug("a connection to the broker did not close", failure);
            }
        }
    }

    private void heard(Message message) {
        try {
            events.push(((TextMessage) message).getText());
        } catch (JMSException unreadable) {
            throw new IllegalStateException("a message can't be read", unreadable);
        }
    }
}
