package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A member of an organisation as an administrator sees them.
 *
 * @param ownRoles what the organisation calls those of the roles that it made itself
 * @param lockedAt null for an account that is not locked
 * @param lastSeenAt when they last acted for it; null for long ago or never
 */
public record OrganisationMember(
        UUID personId,
        String name,
        String email,
        List<String> roles,
        List<RoleName> ownRoles,
        Instant joinedAt,
        @Nullable Instant lockedAt,
        @Nullable Instant lastSeenAt) {}
