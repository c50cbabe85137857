package org.lanerunner.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/**
 * Knows who sits at this machine: only while the server is bound to loopback, and never where a proxy passed the request on, since then the neighbour on
 * loopback speaks for somebody else. A proxy is known by what it adds, and by the old HTTP that many speak to what is behind them. The name that was asked for must be this machine's own: a page of a name that somebody has lead here is a stranger's.
 */
@ApplicationScoped
public class ThisMachine {

    private static final String[] FORWARDING = {
        "Forwarded", "X-Real-IP", "Via", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Original-Host"
    };
    private static final String FORWARDED = "x-forwarded-";
    private static final String OLD_HTTP = "HTTP/1.0";

    private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}|\\[?::1]?|\\[?0:0:0:0:0:0:0:1]?");

    private Settings settings;

    ThisMachine() {}

    @Inject
    ThisMachine(Settings settings) {
        this.settings = settings;
    }

    public boolean asks(HttpServletRequest request) {
        boolean forwarded = Stream.of(FORWARDING).anyMatch(header -> request.getHeader(header) != null)
                || Collections.list(request.getHeaderNames()).stream()
                        .anyMatch(header -> header.toLowerCase(Locale.ROOT).startsWith(FORWARDED))
                || OLD_HTTP.equals(request.getProtocol());
        return !forwarded
                && isNameOfThisMachine(request.getServerName())
                && isLoopback(settings.text(ServerSettings.BIND))
                && isLoopback(request.getRemoteAddr());
    }

    /** For what only a demo shows: where people open the portal by another name, something in front passes their requests on, and nobody can be told from it. */
    public boolean asksInDemo(HttpServletRequest request) {
        String address = settings.text(ServerSettings.PUBLIC_URL);
        return asks(request)
                && (address.isEmpty() || isNameOfThisMachine(URI.create(address).getHost()));
    }

    /** Looked up nowhere: a name could lead anywhere. */
    private static boolean isNameOfThisMachine(String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost") || ADDRESS.matcher(host).matches());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
