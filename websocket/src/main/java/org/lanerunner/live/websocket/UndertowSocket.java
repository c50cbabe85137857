package org.lanerunner.live.websocket;

import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.jsr.UndertowSession;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.XnioExecutor;

/**
 * A WebSocket of WildFly. It is used directly, since three things need more than Jakarta's {@code Session} offers: to count what arrives before it is kept
 * ({@link LiveFrames}), to read no further while a message is worked on, and to end a connection whose peer ignores the close.
 */
final class UndertowSocket implements LiveSocket {

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final UndertowSession session;
    private final WebSocketChannel channel;
    private final String address;

    UndertowSocket(UndertowSession session) {
        this.session = session;
        this.channel = session.getWebSocketChannel();
        this.address = channel.getSourceAddress().getAddress().getHostAddress();
    }

    @Override
    public String id() {
        return session.getId();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void send(String message, SendHandler sent) {
        session.getAsyncRemote().sendText(message, sent);
    }

    @Override
    public void ping() throws IOException {
        session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    }

    @Override
    public void close(CloseReason reason) throws IOException {
        try {
            session.close(reason);
        } finally {
            after(GOODBYE, session::forceClose);
        }
    }

    @Override
    public Runnable after(Duration time, Runnable task) {
        try {
            XnioExecutor.Key key = channel.getIoThread().executeAfter(task, time.toMillis(), TimeUnit.MILLISECONDS);
            return key::remove;
        } catch (RejectedExecutionException stopping) {
            session.forceClose();
            return () -> {};
        }
    }

    void listenWith(ChannelListener<WebSocketChannel> listener) {
        session.setReceiveListener(listener);
    }

    /** Works on a message on another thread than the I/O thread, and reads on when that is done. So there is never a queue of messages. */
    void work(Runnable work) {
        channel.suspendReceives();
        session.getContainer().invokeEndpointMethod(session.getExecutor(), () -> {
            try {
                work.run();
            } finally {
                channel.resumeReceives();
            }
        });
    }
}
