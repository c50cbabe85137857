package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/**
 * An account as an administrator sees it.
 *
 * @param lock null for one that is not locked
 * @param administrator whether it is one of the platform's own
 * @param sessions those that live, newest first
 */
public record PersonView(
        UUID id,
        String name,
        String email,
        Instant createdAt,
        @Nullable Lock lock,
        boolean administrator,
        List<Me.Belonging> memberships,
        List<SessionView> sessions,
        int version)
        implements Versioned {

    /** @param byName of the administrator; null for one who is not there any more */
    public record Lock(
            Instant at, String reason, UUID by, @Nullable String byName) {}
}
