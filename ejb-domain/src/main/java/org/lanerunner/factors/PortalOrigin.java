package org.lanerunner.factors;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lanerunner.shared.Refusal;

/**
 * The address at which the portal is open in the browser. Passkeys are made for one host's name and shown to no other host, which makes them safe from
 * imitations.
 *
 * @param origin scheme, host and port, as browsers write it
 */
public record PortalOrigin(String origin, String host) {

    private static final Pattern IP = Pattern.compile("\\d+(\\.\\d+){3}|\\[?[0-9a-f]*:[0-9a-f:.]*\\]?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public static PortalOrigin of(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual = port < 0 || scheme.equals("http") && port == HTTP || scheme.equals("https") && port == HTTPS;
        return new PortalOrigin(scheme + "://" + host + (usual ? "" : ":" + port), host);
    }

    /** @throws Refusal CONFLICT where browsers make no passkeys */
    void requireName() {
        if (host.isEmpty() || IP.matcher(host).matches()) {
            throw Refusal.conflict(
                    "factors/needs-host-name",
                    "Passkeys need a host name, and this address is an IP. Open the portal by its name.");
        }
    }
}
