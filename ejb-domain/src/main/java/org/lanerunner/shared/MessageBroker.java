package org.lanerunner.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;

/**
 * The broker of messages: inside this server, or the one outside that several servers share. Which it is the server's configuration knows; a user is needed only by one
 * outside.
 */
@NeedsNoPermission(because = "events go their way whoever caused them")
@ApplicationScoped
public class MessageBroker {

    @Resource(lookup = "java:jboss/jms/LaneRunner")
    private ConnectionFactory connections;

    @Inject
    private Settings settings;

    MessageBroker() {}

    /** For what is no part of the application. */
    public MessageBroker(ConnectionFactory connections) {
        this.connections = connections;
    }

    public Connection connect() throws JMSException {
        return isOutside() && !settings.text(ServerSettings.BROKER_USER).isEmpty()
                ? connections.createConnection(
                        settings.text(ServerSettings.BROKER_USER), settings.text(ServerSettings.BROKER_PASSWORD))
                : connections.createConnection();
    }

    /** Whether it is another process, which other servers may share. */
    public boolean isOutside() {
        return settings != null && !settings.text(ServerSettings.BROKER_URL).isEmpty();
    }
}
