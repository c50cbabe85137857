package org.lanerunner.tracking.live;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;

/** Events of the user family. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:jboss/jms/topic/user.events"),
            @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "NonDurable"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class UserListener extends TopicListener {}
