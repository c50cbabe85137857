package org.lanerunner.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.file.Path;

/**
 * Receives a body before a worker handles the request. It does so on the threads that serve all connections and never wait for one. It refuses a body that
 * announces too great a length, turns out too long, comes too slowly, or finds no room in memory or on the disk. A file, or a large body, is not received at
 * all from a client that shows no token.
 */
final class BodyIntake implements HttpHandler {

    /** The largest body that the application accepts, except for forms. Where the application accepts less, it says so itself. */
    private static final int PLAIN_BYTES = 1024 * 1024;

    /** The largest body from a client without a token; it is enough for every call that needs none. */
    private static final int STRANGERS_BYTES = 64 * 1024;

    private static final String API = "/api/";

    /** Calls for clients without a token, which are told what is wrong with their body. None of these calls takes a form. */
    private static final String WAYS_IN = "/api/auth/";

    /** Here mail programs post a small form without a token, as RFC 8058 demands. */
    private static final String UNSUBSCRIBE = "/api/notifications/unsubscribe/";

    private static final int MOST_DIGITS = 18;

    private final HttpHandler next;
    private final Refusals refusals;
    private final Pace pace;
    private final Room<ArrivingBody> room;
    private final Path folder;
    private final long formBytes;
    private final long freeBytes;

    BodyIntake(
            HttpHandler next,
            Refusals refusals,
            Pace pace,
            Room<ArrivingBody> room,
            Path folder,
            long formBytes,
            long freeBytes) {
        this.next = next;
        this.refusals = refusals;
        this.pace = pace;
        this.room = room;
        this.folder = folder;
        this.formBytes = formBytes;
        this.freeBytes = freeBytes;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isRequestComplete()) {
            next.handleRequest(exchange);
        } else if (isForm(exchange) && isApi(exchange) && showsNoToken(exchange) && !isUnsubscribing(exchange)) {
            refusals.answer(exchange, Refusal.NO_TOKEN);
        } else if (isAnnouncedAbove(limit(exchange), exchange)) {
            refusals.answer(exchange, beyondLimit(exchange));
        } else if (isForm(exchange) && folder.toFile().getUsableSpace() < freeBytes) {
            refusals.answer(exchange, Refusal.NO_STORAGE);
        } else {
            new ArrivingBody(exchange, this).begin();
        }
    }

    private static boolean isAnnouncedAbove(long limit, HttpServerExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst(Headers.CONTENT_LENGTH);
        return length != null && (length.length() > MOST_DIGITS || Long.parseLong(length) > limit);
    }

    long limit(HttpServerExchange exchange) {
        if (isStrangers(exchange)) {
            return Math.min(STRANGERS_BYTES, formBytes);
        }
        return isForm(exchange) ? formBytes : Math.min(PLAIN_BYTES, formBytes);
    }

    static Refusal beyondLimit(HttpServerExchange exchange) {
        return isStrangers(exchange) ? Refusal.NO_TOKEN : Refusal.TOO_LARGE;
    }

    /** Only the application knows whether a token is good; that there is none can be seen here. */
    private static boolean isStrangers(HttpServerExchange exchange) {
        return isApi(exchange) && !exchange.getRelativePath().startsWith(WAYS_IN) && showsNoToken(exchange);
    }

    private static boolean isApi(HttpServerExchange exchange) {
        return exchange.getRelativePath().startsWith(API);
    }

    private static boolean showsNoToken(HttpServerExchange exchange) {
        return !exchange.getRequestHeaders().contains(Headers.AUTHORIZATION);
    }

    private static boolean isUnsubscribing(HttpServerExchange exchange) {
        return exchange.getRelativePath().startsWith(UNSUBSCRIBE);
    }

    private static boolean isForm(HttpServerExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    HttpHandler next() {
        return next;
    }

    Refusals refusals() {
        return refusals;
    }

    Pace pace() {
        return pace;
    }

    Room<ArrivingBody> room() {
        return room;
    }

    Path folder() {
        return folder;
    }
}
