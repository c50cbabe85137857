package org.lanerunner.analytics.messaging;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import org.lanerunner.analytics.EventCounts;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.events.messaging.EventListener;

/** Counts the booking family's events by date; a durable subscription that all nodes share. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:jboss/jms/topic/booking.events"),
            @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
            @ActivationConfigProperty(propertyName = "subscriptionName", propertyValue = "analytics-event-counts"),
            @ActivationConfigProperty(propertyName = "clientId", propertyValue = "analytics-booking"),
            @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
public class BookingEventCounter extends EventListener {

    @Inject
    private EventCounts counts;

    @Override
    protected void consume(ReceivedEvent event) {
        counts.count(event);
    }
}
