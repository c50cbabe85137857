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
 * Hears the topics of all event families for the channels of this node. Each node has a subscription of its own, which ends with the node, since a page that
 * was not connected reads over the API what it missed. Nothing is written, so nothing needs an inbox or a transaction.
 */
@ApplicationScoped
class LiveTopics {

    private static final Logger LOG = Logger.getLogger(LiveTopics.class);

    private Connection connection;
    private boolean warned;

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

    @Inject
    private Hearing hearing;

    /** Subscribes where nothing is subscribed: at the start, and again after the broker went away. */
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
        warned = false;
        hearing.begins();
    }

    /**
     * Nobody can tell the channels what happens from now on, so they are closed: their pages come again, and read what they missed once this server hears again. What is told
     * of an earlier connection may come late, and says nothing of the present one.
     */
    private synchronized void lost(Connection gone, Exception why) {
        if (gone != connection) {
            return;
        }
        if (!warned) {
            warned = true;
            LOG.warnf("live channels hear nothing now, it is tried each second: %s", why.getMessage());
        }
        LOG.debug("the broker is gone", why);
        hearing.ends();
        close();
        index.all().forEach(channel -> channels.close(channel, LiveRefusal.NOTHING_HEARD));
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
