package org.lanerunner.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.HttpString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * While HTTPS is served, plain HTTP is for this machine alone. Other machines get the page that helps them to trust this server, and nothing else. They are
 * not redirected to HTTPS, since that would teach clients to send their secrets in plain text first.
 */
final class SecureDoor implements HttpHandler {

    private static final HttpString STRICT_TRANSPORT = new HttpString("Strict-Transport-Security");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*|.*:.*:.*");

    private final HttpHandler next;
    private final Refusals refusals;
    private final TrustPage page;
    private final int strictSeconds;

    SecureDoor(HttpHandler next, Refusals refusals, TrustPage page, int strictSeconds) {
        this.next = next;
        this.refusals = refusals;
        this.page = page;
        this.strictSeconds = strictSeconds;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        boolean secure = exchange.getConnection().getSslSessionInfo() != null;
        if (secure && isNameOfItsOwn(exchange.getHostName())) {
            exchange.getResponseHeaders().put(STRICT_TRANSPORT, "max-age=" + strictSeconds + "; includeSubDomains");
        }
        if (page.has(exchange.getRelativePath())) {
            page.handleRequest(exchange);
        } else if (secure || isFromHere(exchange.getConnection())) {
            next.handleRequest(exchange);
        } else if (page.isAskedFor(exchange)) {
            page.answerInstead(exchange);
        } else {
            refusals.answer(exchange, Refusal.NOT_ENCRYPTED);
        }
    }

    /**
     * Whether the request comes from loopback, or from the same address that it is sent to, which only this machine has. A header that names another origin
     * proves nothing.
     */
    private static boolean isFromHere(ServerConnection connection) {
        InetAddress peer = connection.getPeerAddress(InetSocketAddress.class).getAddress();
        InetAddress here = connection.getLocalAddress(InetSocketAddress.class).getAddress();
        return peer.isLoopbackAddress() || peer.equals(here);
    }

    /**
     * Browsers can't remember HTTPS for a bare address. For localhost they must not remember it, since all programs of this machine share that name and use
     * plain HTTP.
     */
    private static boolean isNameOfItsOwn(String host) {
        if (host == null || host.isEmpty() || ADDRESS.matcher(host).matches()) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return !name.equals("localhost") && !name.endsWith(".localhost");
    }
}
