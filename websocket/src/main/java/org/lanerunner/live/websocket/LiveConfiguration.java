package org.lanerunner.live.websocket;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

/** Puts the live channel at {@code /ws/live}. */
@WebListener
public class LiveConfiguration implements ServletContextListener {

    @Inject
    private LiveEndpoint endpoint;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServerContainer container =
                (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(LiveEndpoint.class, "/live")
                    .configurator(new Injected(endpoint))
                    .build());
        } catch (DeploymentException impossible) {
            throw new IllegalStateException("the live channel has no place", impossible);
        }
    }

    /** The server injects fields into annotated endpoints only; this class hands it the bean itself. */
    private static final class Injected extends ServerEndpointConfig.Configurator {

        private final LiveEndpoint endpoint;

        Injected(LiveEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(endpoint);
        }
    }
}
