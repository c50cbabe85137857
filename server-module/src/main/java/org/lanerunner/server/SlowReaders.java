package org.lanerunner.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** A worker that writes an answer does not wait for a reader who takes less than the pace asks for: the connection is closed. */
final class SlowReaders implements HttpHandler {

    private final HttpHandler next;
    private final Pace pace;

    SlowReaders(HttpHandler next, Pace pace) {
        this.next = next;
        this.pace = pace;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addResponseWrapper((factory, wrapped) -> new Impatient(factory.create(), wrapped));
        next.handleRequest(exchange);
    }

    /** Only the time in which the answer stands still counts, not the time that it takes to make it. */
    private final class Impatient extends AbstractStreamSinkConduit<StreamSinkConduit> {

        private final HttpServerExchange exchange;
        private long waitedNanos;
        private long sentBefore;

        Impatient(StreamSinkConduit sink, HttpServerExchange exchange) {
            super(sink);
            this.exchange = exchange;
        }

        @Override
        public void awaitWritable() throws IOException {
            awaitWritable(pace.window().toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void awaitWritable(long time, TimeUnit unit) throws IOException {
            long start = System.nanoTime();
            super.awaitWritable(Math.min(unit.toNanos(time), pace.window().toNanos()), TimeUnit.NANOSECONDS);
            waitedNanos += System.nanoTime() - start;
            if (waitedNanos >= pace.window().toNanos()) {
                long sent = exchange.getResponseBytesSent();
                if (sent - sentBefore < pace.bytesAWindow()) {
                    IoUtils.safeClose(exchange.getConnection());
                    throw new ClosedChannelException();
                }
                sentBefore = sent;
                waitedNanos = 0;
            }
        }
    }
}
