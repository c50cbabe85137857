package org.lanerunner.shared;

import java.util.Objects;

/**
 * The origin of a call: the address that connected, and what the client says of itself. Both can identify a person.
 *
 * @param userAgent at most {@value #LENGTH} characters; null for a client that says nothing
 */
public record Origin(String address, String userAgent) {

    private static final int LENGTH = 300;

    public Origin {
        Objects.requireNonNull(address, "address");
        if (userAgent != null) {
            String plain = userAgent.replaceAll("[^\\x20-\\x7e]", "?");
            userAgent = plain.substring(0, Math.min(plain.length(), LENGTH));
        }
    }
}
