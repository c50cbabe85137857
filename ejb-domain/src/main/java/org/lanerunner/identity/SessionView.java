package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * One of the reader's own sessions.
 *
 * @param device null for a session from before devices were known
 * @param address the network address from which it was used last
 * @param expiresAt the time when it is over if nobody uses it any more
 * @param current whether it is the session that asks
 */
public record SessionView(
        UUID id,
        @Nullable Device device,
        UUID organisationId,
        String organisationName,
        @Nullable String address,
        Instant openedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {

    /** @param name such as "Firefox on Windows"; null where the client says nothing of itself */
    public record Device(UUID id, @Nullable String name, Instant firstSeenAt, Instant lastSeenAt) {}
}
