package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A member of an organisation as an administrator sees them.
 *
 * @param ownRoles the names of those roles that the organisation made itself
 * @param lockedAt null if the account is not locked
 * @param lastSeenAt when they last acted for it; null if that was long ago or never
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
