package org.lanerunner.events.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * The pattern of a consumer: a message-driven bean without a transaction of its own hands the event to a service, which writes the inbox row and the effect in
 * one statement ({@code Inbox.once}) and returns when that is committed; only then is the message acknowledged. What throws comes again, and after some tries lies among
 * the dead letters. The annotation stands here because one on a subclass says nothing of a method that it inherits.
 */
@SuspendsTransaction(because = "only the broker calls it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class EventListener implements MessageListener {

    @Override
    public void onMessage(Message message) {
        try {
            consume(ReceivedEvent.of(((TextMessage) message).getText()));
        } catch (JMSException unreadable) {
            throw new IllegalStateException("a message can't be read", unreadable);
        }
    }

    protected abstract void consume(ReceivedEvent event);
}
