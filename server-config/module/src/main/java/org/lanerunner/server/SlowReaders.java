package org.lanerunner.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * A worker that writes an answer waits for its reader as long as {@link Patience} allows; then the connection is closed. So readers never hold more than half
 * of the workers for long.
 */
final class SlowReaders implements HttpHandler {

    /** The server has sixteen workers for each processor. */
    private static final int WORKERS = 16 * Runtime.getRuntime().availableProcessors();

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final HttpHandler next;
    private final Pace pace;
    private final ReachedLimits reached;
    private final WaitingReaders waiting = new WaitingReaders(WORKERS);

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

    /** A writing worker waits here, again and again, until the reader takes more. */
    private final class Impatient extends AbstractStreamSinkConduit<StreamSinkConduit> {

        private final HttpServerExchange exchange;
        private Patience patience;

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
            long sent = exchange.getResponseBytesSent();
            if (patience == null) {
                patience = new Patience(pace, waiting, sent);
            }
            if (patience.isOver(sent)) {
                reached.count("answer-rate");
                IoUtils.safeClose(exchange.getConnection());
                throw new ClosedChannelException();
            }
            long start = System.nanoTime();
            patience.waitBegins();
            try {
                super.awaitWritable(Math.min(unit.toNanos(time), LOOK_NANOS), TimeUnit.NANOSECONDS);
            } finally {
                patience.waitEnds(System.nanoTime() - start);
            }
        }
    }
}
