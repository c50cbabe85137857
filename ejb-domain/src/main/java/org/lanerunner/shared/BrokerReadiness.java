package org.lanerunner.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The message broker takes a connection. */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory broker;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = broker.createConnection()) {
            return HealthCheckResponse.named("broker").up().build();
        } catch (JMSException unreachable) {
            return HealthCheckResponse.named("broker")
                    .down()
                    .withData("reason", "does not answer")
                    .build();
        }
    }
}
