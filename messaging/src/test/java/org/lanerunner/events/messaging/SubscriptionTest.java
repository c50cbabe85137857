package org.lanerunner.events.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.Deliveries;
import org.lanerunner.events.EventConsumer;
import org.lanerunner.events.ReceivedEvent;

/** When a message is taken off a consumer's place in a topic, and when it stays. */
class SubscriptionTest {

    private final List<String> done = new ArrayList<>();
    private Deliveries.Outcome outcome = Deliveries.Outcome.CONSUMED;

    private final EventConsumer consumer = new EventConsumer() {
        @Override
        public String name() {
            return "rates.lanes";
        }

        @Override
        public Set<String> hears() {
            return Set.of("load.posted", "offer.*");
        }

        @Override
        public void consume(ReceivedEvent event) {
            done.add("consumed");
        }
    };

    private final Deliveries deliveries = new Deliveries() {
        @Override
        public Outcome deliver(EventConsumer to, ReceivedEvent event) {
            if (outcome == null) {
                throw new IllegalStateException("it can't");
            }
            done.add("delivered");
            return outcome;
        }
    };

    private final Subscription subscription = new Subscription(consumer, deliveries, proxy(Session.class));

    @Test
    void whatIsConsumedIsTakenOff() throws JMSException {
        hears("offer.made");
        assertEquals(List.of("delivered", "commit"), done);
    }

    @Test
    void whatWasConsumedBeforeIsTakenOffToo() throws JMSException {
        outcome = Deliveries.Outcome.KNOWN_BEFORE;
        hears("load.posted");
        assertEquals(List.of("delivered", "commit"), done);
    }

    @Test
    void whatItDoesNotHearIsTakenOffUnseen() throws JMSException {
        hears("load.expired");
        assertEquals(List.of("commit"), done);
    }

    @Test
    void whatFailsStays() throws JMSException {
        outcome = null;
        hears("load.posted");
        assertEquals(List.of("rollback"), done);
        assertTrue(subscription.isOpen());
    }

    @Test
    void itWaitsInTheBrokerWhileTheConsumerLearnsAnew() throws JMSException {
        outcome = Deliveries.Outcome.REPLAYING;
        hears("load.posted");
        assertEquals(List.of("delivered", "rollback", "close"), done);
        assertFalse(subscription.isOpen());
    }

    @Test
    void deadLettersAreKnownByConsumerAndFamily() {
        assertEquals("rates-lanes-load", consumer.placeIn("load"));
    }

    private void hears(String type) throws JMSException {
        subscription.listen(null, "place", subscription);
        done.clear();
        UUID id = UUID.randomUUID();
        subscription.onMessage(message("""
                {"id":"%s","type":"lanerunner.%s.v1","subject":"%s","sequence":"000000000001","time":"2026-11-20T08:00:00Z","data":{}}""".formatted(id, type, id)));
    }

    private static TextMessage message(String text) {
        return (TextMessage) Proxy.newProxyInstance(
                TextMessage.class.getClassLoader(), new Class<?>[] {TextMessage.class}, (p, method, a) -> text);
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, a) -> {
            done.add(method.getName());
            return method.getReturnType() == MessageConsumer.class ? proxy(MessageConsumer.class) : null;
        }));
    }
}
