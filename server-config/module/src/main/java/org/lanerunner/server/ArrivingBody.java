package org.lanerunner.server;

import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.WorkerUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * One body that is being received, always on the thread of its connection. When the whole body is there the request goes on; when it does not come, the
 * request ends here.
 */
final class ArrivingBody implements ChannelListener<StreamSourceChannel> {

    private static final Logger LOG = Logger.getLogger(ArrivingBody.class);

    private final HttpServerExchange exchange;
    private final BodyIntake intake;
    private final ReceivedBody received;
    private final long limit;
    private StreamSourceChannel channel;
    private XnioExecutor.Key timer;
    private long bytes;
    private long bytesBefore;
    private boolean ended;
    private final AtomicBoolean released = new AtomicBoolean();

    ArrivingBody(HttpServerExchange exchange, BodyIntake intake) {
        this.exchange = exchange;
        this.intake = intake;
        limit = intake.limit(exchange);
        received = new ReceivedBody(exchange.getConnection().getByteBufferPool(), intake.folder());
    }

    /** Goes on at once where the whole body has come with the head, which is nearly always so. */
    void begin() throws Exception {
        exchange.addExchangeCompleteListener((done, following) -> {
            release();
            following.proceed();
        });
        makeRoom(intake.room().enter(this));
        if (ended) {
            return;
        }
        if (isThere()) {
            intake.next().handleRequest(exchange);
        } else if (!ended) {
            channel.getReadSetter().set(this);
            channel.resumeReads();
            look();
        }
    }

    @Override
    public void handleEvent(StreamSourceChannel ready) {
        if (!ended && isThere()) {
            Connectors.executeRootHandler(intake.next(), exchange);
        }
    }

    /** A failure here comes from the client or the disk. A failure of the application with the body is outside of this method. */
    private boolean isThere() {
        try {
            if (channel == null) {
                channel = channel();
            }
            if (read()) {
                handOver();
                return true;
            }
        } catch (IOException gone) {
            hangUp(gone);
        } catch (UncheckedIOException full) {
            refuse(full);
        }
        return false;
    }

    private StreamSourceChannel channel() throws IOException {
        if (HttpContinue.requiresContinueResponse(exchange)
                && !HttpContinue.createResponseSender(exchange).send()) {
            throw new IOException("the client does not take a word that it waits for");
        }
        return exchange.getRequestChannel();
    }

    private void makeRoom(Optional<ArrivingBody> oldest) {
        oldest.ifPresent(body -> {
            if (body == this) {
                refuse(Refusal.NO_ROOM);
            } else {
                body.exchange.getIoThread().execute(() -> body.refuse(Refusal.NO_ROOM));
            }
        });
    }

    /** @return whether the whole body is there; false also when the request has ended here */
    private boolean read() throws IOException {
        while (!ended) {
            int count = channel.read(received.space());
            if (count <= 0) {
                return count < 0;
            }
            bytes += count;
            makeRoom(intake.room().take(count));
            if (bytes > limit) {
                refuse(BodyIntake.beyondLimit(exchange));
            }
        }
        return false;
    }

    private void handOver() {
        channel.getReadSetter().set(null);
        channel.suspendReads();
        if (bytes > 0) {
            Connectors.ungetRequestBytes(exchange, received.handOver());
        }
        ended = true;
        stopLooking();
        intake.room().arrived(this);
        Connectors.resetRequestChannel(exchange);
    }

    private void look() {
        bytesBefore = bytes;
        timer = WorkerUtils.executeAfter(
                exchange.getIoThread(),
                () -> {
                    if (!ended && bytes - bytesBefore < intake.pace().bytesAWindow()) {
                        refuse(Refusal.TOO_SLOW);
                    } else if (!ended) {
                        look();
                    }
                },
                intake.pace().window().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void stopLooking() {
        if (timer != null) {
            timer.remove();
        }
    }

    private void refuse(Refusal refusal) {
        if (ended) {
            return;
        }
        ended = true;
        stopLooking();
        if (channel != null) {
            channel.getReadSetter().set(null);
            channel.suspendReads();
        }
        release();
        intake.refusals().answer(exchange, refusal);
    }

    private void refuse(UncheckedIOException full) {
        LOG.errorf(full, "the folder %s does not take a body", intake.folder());
        refuse(Refusal.NO_STORAGE);
    }

    /** The client has gone, or has sent what is no body; nobody is left who could be told. */
    private void hangUp(IOException gone) {
        LOG.debugf(gone, "%s %s: the body ended early", exchange.getRequestMethod(), exchange.getRequestURI());
        ended = true;
        stopLooking();
        release();
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }

    /** Runs on the thread of the connection, or at the end of the exchange. */
    private void release() {
        if (!released.compareAndSet(false, true)) {
            return;
        }
        received.discard();
        intake.room().leave(this, bytes);
    }
}
