package org.lanerunner.live.websocket;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.xnio.IoUtils;

/**
 * Reads what a peer sends, on the connection's I/O thread, and counts before it keeps anything: the bytes and pieces of a message, even of one that never
 * ends, and the messages, pings and pongs within a window. The server's own reader checks a message's size only while the peer sends without a pause. After
 * the first message that is too much, nothing more is kept.
 */
final class LiveFrames extends AbstractReceiveListener {

    private static final Logger LOG = Logger.getLogger(LiveFrames.class);

    /** A ticket with its JSON around it has 80 bytes. */
    private static final int MOST_BYTES_WITHOUT_TICKET = 1024;

    private static final int MOST_BYTES = 2048;

    /** No network splits 2 KiB into so many pieces. */
    private static final int MOST_PIECES = 256;

    private final LiveChannels channels;
    private final LiveChannel channel;
    private final UndertowSocket socket;
    private final Consumer<String> heard;

    private ByteBuffer message;
    private int pieces;

    LiveFrames(LiveChannels channels, LiveChannel channel, UndertowSocket socket, Consumer<String> heard) {
        this.channels = channels;
        this.channel = channel;
        this.socket = socket;
        this.heard = heard;
    }

    @Override
    protected void onText(WebSocketChannel connection, StreamSourceFrameChannel frames) {
        if (isTooMuch()) {
            IoUtils.safeClose(frames);
            return;
        }
        int most = channel.caller() == null ? MOST_BYTES_WITHOUT_TICKET : MOST_BYTES;
        message = ByteBuffer.allocate(most + 1);
        pieces = 0;
        frames.getReadSetter().set(this::read);
        read(frames);
    }

    private void read(StreamSourceFrameChannel frames) {
        try {
            int bytes;
            do {
                bytes = frames.read(message);
                pieces++;
            } while (bytes > 0 && message.hasRemaining() && pieces <= MOST_PIECES);
            if (bytes == -1) {
                frames.suspendReads();
                handOver();
            } else if (!message.hasRemaining()) {
                refuse(frames, LiveRefusal.TOO_LARGE);
            } else if (pieces > MOST_PIECES || channel.isClosed()) {
                refuse(frames, LiveRefusal.TOO_MANY_MESSAGES);
            } else {
                frames.resumeReads();
            }
        } catch (IOException broken) {
            onError(frames.getWebSocketChannel(), broken);
        }
    }

    private void handOver() {
        String text = StandardCharsets.UTF_8.decode(message.flip()).toString();
        message = null;
        socket.work(() -> {
            try {
                heard.accept(text);
            } catch (RuntimeException defect) {
                LOG.errorf(defect, "channel %s failed", socket.id());
                channels.close(channel, LiveRefusal.DEFECT);
            }
        });
    }

    @Override
    protected void onBinary(WebSocketChannel connection, StreamSourceFrameChannel frames) {
        refuse(frames, LiveRefusal.TEXT_ONLY);
    }

    @Override
    protected void onPing(WebSocketChannel connection, StreamSourceFrameChannel frame) throws IOException {
        if (isTooMuch()) {
            IoUtils.safeClose(frame);
        } else {
            super.onPing(connection, frame);
        }
    }

    @Override
    protected void onPong(WebSocketChannel connection, StreamSourceFrameChannel frame) throws IOException {
        if (isTooMuch()) {
            IoUtils.safeClose(frame);
        } else {
            super.onPong(connection, frame);
        }
    }

    @Override
    protected void onCloseMessage(CloseMessage goodbye, WebSocketChannel connection) {
        channels.left(channel, CloseReason.CloseCodes.NORMAL_CLOSURE);
    }

    /** Peers that vanish or fail are normal, so nothing is logged. */
    @Override
    protected void onError(WebSocketChannel connection, Throwable error) {
        LOG.debugf(error, "channel %s broke", socket.id());
        channels.left(channel, CloseReason.CloseCodes.PROTOCOL_ERROR);
    }

    /** Also true for what still arrives after the close. */
    private boolean isTooMuch() {
        if (!channel.hears(channels.now())) {
            channels.close(channel, LiveRefusal.TOO_MANY_MESSAGES);
        }
        return channel.isClosed();
    }

    private void refuse(StreamSourceFrameChannel frames, LiveRefusal refusal) {
        message = null;
        channels.close(channel, refusal);
        IoUtils.safeClose(frames);
    }
}
