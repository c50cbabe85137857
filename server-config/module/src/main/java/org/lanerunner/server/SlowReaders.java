package org.lanerunner.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.IoUtils;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * A worker that writes an answer does not wait for a reader who takes less than the pace asks for, and when a quarter of the workers wait, for none who has taken
 * nothing for a second: the connection is closed. So readers who do not read never hold more than that quarter for long.
 */
final class SlowReaders implements HttpHandler {

    /** The server has sixteen workers a processor. */
    private static final int QUARTER = 4 * Runtime.getRuntime().availableProcessors();

    private static final long STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final HttpHandler next;
    private final Pace pace;
    private final ReachedLimits reached;
    private final AtomicInteger waiting = new AtomicInteger();

    SlowReaders(HttpHandler next, Pace pace, ReachedLimits reached) {
        this.next = next;
        this.pace = pace;
        this.reached = reached;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addResponseWrapper((factory, wrapped) -> new Impatient(factory.create(), wrapped));
        next.handleRequest(exchange);
    }

    /** Only the time in which the answer stands still counts, not the time that it takes to make it. Whoever writes waits here again and again until he can. */
    private final class Impatient extends AbstractStreamSinkConduit<StreamSinkConduit> {

        private final HttpServerExchange exchange;
        private long sent = -1;
        private long stillNanos;
        private long sentBeforeWindow;
        private long windowNanos;

        Impatient(StreamSinkConduit sink, HttpServerExchange exchange) {
            super(sink);
            this.exchange = exchange;
        }

        @Override
        public void awaitWritable() throws IOException {
            awaitWritable(LOOK_NANOS, TimeUnit.NANOSECONDS);
        }

        @Override
        public void awaitWritable(long time, TimeUnit unit) throws IOException {
            look();
            long start = System.nanoTime();
            waiting.incrementAndGet();
            try {
                super.awaitWritable(Math.min(unit.toNanos(time), LOOK_NANOS), TimeUnit.NANOSECONDS);
            } finally {
                waiting.decrementAndGet();
            }
            long nanos = System.nanoTime() - start;
            stillNanos += nanos;
            windowNanos += nanos;
        }

        private void look() throws IOException {
            long now = exchange.getResponseBytesSent();
            if (sent < 0) {
                sentBeforeWindow = now;
            }
            if (now != sent) {
                sent = now;
                stillNanos = 0;
            }
            if (stillNanos >= STANDSTILL_NANOS && waiting.get() >= QUARTER) {
                giveUp();
            }
            if (windowNanos >= pace.window().toNanos()) {
                if (now - sentBeforeWindow < pace.bytesAWindow()) {
                    giveUp();
                }
                sentBeforeWindow = now;
                windowNanos = 0;
            }
        }

        private void giveUp() throws IOException {
            reached.count("answer-rate");
            IoUtils.safeClose(exchange.getConnection());
            throw new ClosedChannelException();
        }
    }
}
