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
 * Says whether the caller sits at this machine. That can be known only while the server is bound to loopback, and never where a proxy passed the request on:
 * then the neighbour on loopback speaks for somebody else. A proxy is recognised by the headers that it adds, and by the old HTTP version that many use
 * towards the server. The host name of the request must be one of this machine: a page on a name that somebody has pointed to this machine is a stranger's.
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

    /**
     * For what only a demo shows. Where people open the portal under another name, a proxy in front passes on their requests, and they look like the machine
     * itself; so nobody is let in.
     */
    public boolean asksInDemo(HttpServletRequest request) {
        String address = settings.text(ServerSettings.PUBLIC_URL);
        return asks(request)
                && (address.isEmpty() || isNameOfThisMachine(URI.create(address).getHost()));
    }

    /** The name is not looked up, since anybody can make a name lead here. */
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
