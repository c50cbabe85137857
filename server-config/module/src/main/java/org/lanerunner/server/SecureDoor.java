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
 * While HTTPS is served, plain HTTP is for this machine alone: another one gets the page that helps it to trust this server, and nothing else. It is not sent on by
 * a redirect, which would teach it to go on saying its secrets in the clear first.
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
     * From loopback, or from the address that it is sent to, which only this machine has. Where it says it came from, in a header, tells nothing.
     */
    private static boolean isFromHere(ServerConnection connection) {
        InetAddress peer = connection.getPeerAddress(InetSocketAddress.class).getAddress();
        InetAddress here = connection.getLocalAddress(InetSocketAddress.class).getAddress();
        return peer.isLoopbackAddress() || peer.equals(here);
    }

    /** Browsers remember nothing for an address; and for localhost they must not, since it is every program's of this machine, and plain. */
    private static boolean isNameOfItsOwn(String host) {
        if (host == null || host.isEmpty() || ADDRESS.matcher(host).matches()) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return !name.equals("localhost") && !name.endsWith(".localhost");
    }
}
