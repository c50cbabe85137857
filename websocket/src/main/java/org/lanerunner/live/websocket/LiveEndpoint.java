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
 * The live channel. The protocol is in docs/api/live.md. What the peer sends is read by {@link LiveFrames}, which must be there before the first frame is: so
 * this is no annotated endpoint, whose opening is only queued while the frames come.
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

    /** Peers vanish, which is nothing to tell; what is wrong on this side is, and the channel doesn't stay as if it worked. */
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
