package org.lanerunner.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;

/**
 * The message broker, which is inside this server, or outside and shared by several servers. The server's configuration decides which. Only one outside needs a
 * user.
 */
@NeedsNoPermission(because = "events go their way whoever caused them")
@ApplicationScoped
public class MessageBroker {

    @Resource(lookup = "java:jboss/jms/LaneRunner")
    private ConnectionFactory connections;

    @Inject
    private Settings settings;

    MessageBroker() {}

    /** Is called by code that is not part of the application. */
    public MessageBroker(ConnectionFactory connections) {
        this.connections = connections;
    }

    public Connection connect() throws JMSException {
        return isOutside() && !settings.text(ServerSettings.BROKER_USER).isEmpty()
                ? connections.createConnection(
                        settings.text(ServerSettings.BROKER_USER), settings.text(ServerSettings.BROKER_PASSWORD))
                : connections.createConnection();
    }

    /** True if the broker is another process, which other servers may share. */
    public boolean isOutside() {
        return settings != null && !settings.text(ServerSettings.BROKER_URL).isEmpty();
    }
}
