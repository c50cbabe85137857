package org.lanerunner.server;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.WorkerUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.xnio.IoUtils;

/**
 * Answers a refused request as application/problem+json. What the client still sends is read and thrown away for a moment, since closing a connection with
 * unread bytes resets it, and then the client may never see the answer. If the body has not ended after that moment, the connection ends all the same.
 */
final class Refusals {

    private static final HttpString CORRELATION_ID = new HttpString("X-Correlation-Id");
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LINGER_SECONDS = 5;

    private final ReachedLimits reached;

    Refusals(ReachedLimits reached) {
        this.reached = reached;
    }

    void answer(HttpServerExchange exchange, Refusal refusal) {
        if (refusal.limit() != null) {
            reached.count(refusal.limit());
        }
        String correlationId = correlationId(exchange);
        if (refusal.endsConnection()) {
            exchange.setPersistent(false);
        }
        exchange.setStatusCode(refusal.status());
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/problem+json")
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(CORRELATION_ID, correlationId);
        if (refusal == Refusal.NO_TOKEN) {
            exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal == Refusal.NO_ROOM) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        }
        ByteBuffer document = ByteBuffer.wrap(
                refusal.document(exchange.getRequestURI(), correlationId).getBytes(StandardCharsets.UTF_8));
        exchange.setResponseContentLength(document.remaining());
        exchange.getResponseSender().send(document, new Lingering());
    }

    private static String correlationId(HttpServerExchange exchange) {
        String asked = exchange.getRequestHeaders().getFirst(CORRELATION_ID);
        return asked != null && DECENT.matcher(asked).matches()
                ? asked
                : UUID.randomUUID().toString();
    }

    private static final class Lingering implements IoCallback {

        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {
            if (!exchange.isRequestComplete()) {
                WorkerUtils.executeAfter(
                        exchange.getIoThread(),
                        () -> {
                            if (!exchange.isComplete()) {
                                IoUtils.safeClose(exchange.getConnection());
                            }
                        },
                        LINGER_SECONDS,
                        TimeUnit.SECONDS);
            }
            exchange.endExchange();
        }

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException gone) {
            IoUtils.safeClose(exchange.getConnection());
            exchange.endExchange();
        }
    }
}
