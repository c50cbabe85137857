package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/**
 * An organisation as an administrator sees it.
 *
 * @param personal made for one person who named no organisation
 * @param platform the platform's own
 * @param members how many
 * @param suspension null for one that is not suspended
 * @param reopening the last one; null for one that never was suspended, or is
 */
public record OrganisationRecord(
        UUID id,
        String name,
        boolean personal,
        boolean platform,
        List<OrganisationKind> kinds,
        OrganisationStatus status,
        Instant createdAt,
        @Nullable Instant closedAt,
        boolean requiresSecondFactor,
        long members,
        @Nullable Suspended suspension,
        @Nullable Reopened reopening,
        int version)
        implements Versioned {

    /** @param byName of the administrator; null for one who is not there any more; @param reason its members read it; @param note for administrators alone */
    public record Suspended(
            Instant at,
            UUID by,
            @Nullable String byName,
            String reason,
            @Nullable String note) {}

    /** @param byName of the administrator; null for one who is not there any more; @param reason for administrators alone */
    public record Reopened(Instant at, UUID by, @Nullable String byName, String reason) {}
}
