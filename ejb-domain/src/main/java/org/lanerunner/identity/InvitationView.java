package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * @param accountExists whether the invited person has an account, and signs in to accept; null for the link that was handed over, since only the mail to the
 * address may tell
 */
public record InvitationView(
        UUID organisationId,
        String organisationName,
        List<String> roles,
        List<RoleName> ownRoles,
        String email,
        Instant expiresAt,
        @Nullable Boolean accountExists) {}
