package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/**
 * An organisation as an administrator sees it.
 *
 * @param personal whether it was made for one person who named no organisation
 * @param platform whether it is the platform's own
 * @param members the number of members
 * @param suspension null if it is not suspended
 * @param reopening the last one; null if it never was suspended, or is suspended now
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

    /** @param byName the administrator's name; null where they are gone; @param reason for its members to read; @param note for administrators alone */
    public record Suspended(
            Instant at,
            UUID by,
            @Nullable String byName,
            String reason,
            @Nullable String note) {}

    /** @param byName the administrator's name; null where they are gone; @param reason for administrators alone */
    public record Reopened(Instant at, UUID by, @Nullable String byName, String reason) {}
}
