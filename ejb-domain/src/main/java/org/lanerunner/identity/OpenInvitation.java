package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An invitation that can still be accepted, as who manages the organisation sees it. Its link is not to be had again.
 *
 * @param driverId the driver record that the person will drive under, or null
 * @param invitedBy name of the member who made it
 */
public record OpenInvitation(
        UUID id,
        String email,
        List<String> roles,
        @Nullable UUID driverId,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
