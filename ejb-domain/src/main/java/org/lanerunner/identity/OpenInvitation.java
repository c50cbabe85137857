package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An invitation that can still be accepted, as the people who manage the organisation see it. Its link is not shown again.
 *
 * @param driverId the driver record under which the person will drive, or null
 * @param invitedBy the name of the member who made it
 */
public record OpenInvitation(
        UUID id,
        String email,
        List<String> roles,
        @Nullable UUID driverId,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
