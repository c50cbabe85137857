package org.lanerunner.tracking.live;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;

/** Events of the document family. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:jboss/jms/topic/document.events"),
            @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "NonDurable"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class DocumentListener extends TopicListener {}
