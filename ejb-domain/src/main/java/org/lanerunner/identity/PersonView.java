package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/**
 * An account as an administrator sees it.
 *
 * @param lock null if it is not locked
 * @param administrator whether the person is one of the platform's administrators
 * @param sessions the living ones, newest first
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

    /** @param byName the administrator's name; null where they are gone */
    public record Lock(
            Instant at, String reason, UUID by, @Nullable String byName) {}
}
