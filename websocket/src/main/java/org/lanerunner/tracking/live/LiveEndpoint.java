package org.lanerunner.tracking.live;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.jboss.logging.Logger;

/** The live channel at {@code /ws/live}. The protocol is in docs/api/live.md. */
@ServerEndpoint("/live")
public class LiveEndpoint {

    private static final Logger LOG = Logger.getLogger(LiveEndpoint.class);
    private static final int MAXIMUM_MESSAGE_BYTES = 2048;

    @Inject
    private LiveChannels channels;

    @Inject
    private LiveProtocol protocol;

    @OnOpen
    public void opened(Session session) {
        session.setMaxBinaryMessageBufferSize(MAXIMUM_MESSAGE_BYTES);
        session.setMaxTextMessageBufferSize(MAXIMUM_MESSAGE_BYTES);
        channels.opened(session);
    }

    @OnMessage(maxMessageSize = MAXIMUM_MESSAGE_BYTES)
    public void heard(Session session, String message) {
        LiveChannel channel = channels.of(session);
        if (channel != null) {
            protocol.heard(channel, message);
        }
    }

    @OnMessage(maxMessageSize = MAXIMUM_MESSAGE_BYTES)
    public void heard(Session session, byte[] message) {
        LiveChannel channel = channels.of(session);
        if (channel != null) {
            channels.close(channel, LiveRefusal.TEXT_ONLY);
        }
    }

    @OnMessage
    public void alive(Session session, PongMessage pong) {
        LiveChannel channel = channels.of(session);
        if (channel != null) {
            channel.hears(channels.now());
        }
    }

    @OnClose
    public void closed(Session session) {
        channels.closed(session);
    }

    /** Peers vanish, which is nothing to tell; what is wrong on this side is, and the channel doesn't stay as if it worked. */
    @OnError
    public void failed(Session session, Throwable failure) {
        LOG.logf(
                failure instanceof IOException ? Logger.Level.DEBUG : Logger.Level.ERROR,
                failure,
                "channel %s failed",
                session.getId());
        LiveChannel channel = channels.of(session);
        if (channel != null) {
            channels.close(channel, LiveRefusal.DEFECT);
        }
    }
}
