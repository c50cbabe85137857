package org.lanerunner.live.websocket;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
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
import org.lanerunner.shared.MessageBroker;

/**
 * Hears the topics of all families for the channels of this node: each node has a subscription of its own, which does not outlive it, since a page that was not
 * connected reads what it missed over the API. Nothing is written, so nothing needs an inbox or a transaction.
 */
@ApplicationScoped
class LiveTopics {

    private static final Logger LOG = Logger.getLogger(LiveTopics.class);

    private Connection connection;

    /** Nothing was heard for a while: of what happened then the channels were told nothing. */
    private boolean deaf;

    @Inject
    private MessageBroker broker;

    @Resource
    private ContextService contexts;

    @Inject
    private LiveEvents events;

    @Inject
    private LiveChannels channels;

    @Inject
    private LiveIndex index;

    /**
     * Subscribes where nothing is subscribed: at the start, and again after the broker went away. Whoever has a channel then is sent away, to come again and read what
     * they missed.
     */
    synchronized void tick() {
        if (connection != null) {
            return;
        }
        try {
            connection = broker.connect();
            Connection made = connection;
            made.setExceptionListener(why -> lost(made, why));
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageListener heard = contexts.createContextualProxy(this::heard, MessageListener.class);
            for (String family : EventFamilies.all()) {
                Topic topic = InitialContext.doLookup("java:jboss/jms/topic/" + family + ".events");
                session.createConsumer(topic).setMessageListener(heard);
            }
            connection.start();
        } catch (JMSException | NamingException | RuntimeException failure) {
            lost(connection, failure);
            return;
        }
        if (deaf) {
            deaf = false;
            index.all().forEach(channel -> channels.close(channel, LiveRefusal.DEFECT));
        }
    }

    /** What is told of an earlier connection, which may come late, says nothing of the present one. */
    private synchronized void lost(Connection gone, Exception why) {
        if (gone != connection) {
            return;
        }
        if (!deaf) {
            LOG.warnf("live channels hear nothing now, it is tried each second: %s", why.getMessage());
        }
        LOG.debug("the broker is gone", why);
        deaf = true;
        close();
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
