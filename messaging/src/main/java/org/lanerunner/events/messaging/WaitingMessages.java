package org.lanerunner.events.messaging;

import jakarta.jms.JMSException;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * How much waits for a subscriber, as the broker of this server says: also what is being delivered, and what waits for its time after a delivery that failed. Silence
 * of the place itself would not tell.
 */
final class WaitingMessages {

    private static final String TOPIC = "jboss.as:subsystem=messaging-activemq,server=default,jms-topic=%s.events";
    private static final String TEXT = String.class.getName();
    private static final String[] CLIENT_NAME_AND_FILTER = {TEXT, TEXT, TEXT};

    private WaitingMessages() {}

    /** Empty where there is no such subscription. */
    static OptionalLong of(String family, String clientId, String subscription) throws JMSException {
        try {
            Object count = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName(TOPIC.formatted(family)),
                            "countMessagesForSubscription",
                            new Object[] {clientId, subscription, null},
                            CLIENT_NAME_AND_FILTER);
            return OptionalLong.of(((Number) count).longValue());
        } catch (InstanceNotFoundException | MalformedObjectNameException notThere) {
            throw new JMSException("the broker does not say how much waits: " + notThere);
        } catch (JMException noSuchSubscription) {
            return OptionalLong.empty();
        }
    }
}
