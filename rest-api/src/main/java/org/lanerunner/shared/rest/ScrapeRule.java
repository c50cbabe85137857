package org.lanerunner.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;

/**
 * Who may read the measurements: the holder of the scrape token. Without it, only while the server is bound to loopback, and never where a proxy passed the
 * request on, since then the neighbour on loopback speaks for somebody else.
 */
@ApplicationScoped
public class ScrapeRule {

    private static final String[] FORWARDING = {
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"
    };

    @Inject
    private Settings settings;

    /** @throws Refusal UNAUTHENTICATED */
    void require(HttpServletRequest request, String authorization) {
        if (!holdsToken(authorization) && !fromThisMachine(request)) {
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED,
                    "request/unauthenticated",
                    "Measurements are read with the scrape token.");
        }
    }

    private boolean holdsToken(String authorization) {
        byte[] token = settings.text(Setting.METRICS_TOKEN).getBytes(StandardCharsets.UTF_8);
        return token.length > 0
                && authorization != null
                && MessageDigest.isEqual(
                        ("Bearer " + new String(token, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    private boolean fromThisMachine(HttpServletRequest request) {
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
