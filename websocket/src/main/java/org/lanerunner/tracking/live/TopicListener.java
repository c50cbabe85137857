package org.lanerunner.tracking.live;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Hears a topic for the channels of this node: each node has a subscription of its own, which does not outlive it, since a page that was not connected reads
 * what it missed over the API. Nothing is written, so nothing needs an inbox or a transaction.
 */
@SuspendsTransaction(because = "only the broker calls it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class TopicListener implements MessageListener {

    @Inject
    private LiveEvents events;

    @Override
    public void onMessage(Message message) {
        try {
            events.push(((TextMessage) message).getText());
        } catch (JMSException unreadable) {
            throw new IllegalStateException("a message can't be read", unreadable);
        }
    }
}
