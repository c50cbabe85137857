package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A session of one's own.
 *
 * @param device null for one from before devices were known
 * @param address of the network that it was used from last
 * @param expiresAt when it is over if nobody uses it any more
 * @param current whether it is the one that asks
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
