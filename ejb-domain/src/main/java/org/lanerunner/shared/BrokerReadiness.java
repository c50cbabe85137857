package org.lanerunner.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Checks that the message broker takes a connection. */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {

    @Inject
    private MessageBroker broker;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = broker.connect()) {
            return HealthCheckResponse.named("broker").up().build();
        } catch (JMSException unreachable) {
            return HealthCheckResponse.named("broker")
                    .down()
                    .withData("reason", "does not answer")
                    .build();
        }
    }
}
