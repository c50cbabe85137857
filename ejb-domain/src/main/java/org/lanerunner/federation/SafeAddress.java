package org.lanerunner.federation;

import java.net.URI;
import java.util.Set;

/** Addresses to and from which secrets and keys may go: over TLS, or within this machine, as in tests. */
final class SafeAddress {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private SafeAddress() {}

    static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
