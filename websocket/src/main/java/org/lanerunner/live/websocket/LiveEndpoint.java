package org.lanerunner.live.websocket;

import io.undertow.websockets.jsr.UndertowSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * The live channel; docs/api/live.md describes its protocol. {@link LiveFrames} reads what the peer sends, and must be installed before the first frame
 * arrives. That is why this is no annotated endpoint: the server only queues its opening, and frames may come before that.
 */
@ApplicationScoped
public class LiveEndpoint extends Endpoint {

    private static final Logger LOG = Logger.getLogger(LiveEndpoint.class);

    @Inject
    private LiveChannels channels;

    @Inject
    private LiveProtocol protocol;

    @Override
    public void onOpen(Session session, EndpointConfig configuration) {
        UndertowSession opened = (UndertowSession) session;
        opened.getContainer().invokeEndpointMethod(() -> open(new UndertowSocket(opened)));
    }

    private void open(UndertowSocket socket) {
        LiveChannel channel = channels.opened(socket);
        socket.listenWith(new LiveFrames(channels, channel, socket, message -> protocol.heard(channel, message)));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        channels.closed(session.getId());
    }

    /** A peer that vanishes is not worth a log line. A failure on this side is, and its channel is closed rather than left open as if it worked. */
    @Override
    public void onError(Session session, Throwable failure) {
        LOG.logf(
                failure instanceof IOException ? Logger.Level.DEBUG : Logger.Level.ERROR,
                failure,
                "channel %s failed",
                session.getId());
        channels.defect(session.getId());
    }
}
