package org.lanerunner.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;

/**
 * Knows who sits at this machine: only while the server is bound to loopback, and never where a proxy passed the request on, since then the neighbour on
 * loopback speaks for somebody else.
 */
@ApplicationScoped
public class ThisMachine {

    private static final String[] FORWARDING = {
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"
    };

    @Inject
    private Settings settings;

    public boolean asks(HttpServletRequest request) {
        boolean forwarded = Stream.of(FORWARDING).anyMatch(header -> request.getHeader(header) != null);
        return !forwarded && isLoopback(settings.text(Setting.BIND)) && isLoopback(request.getRemoteAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
