package org.lanerunner.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** @param accountExists whoever was invited has an account: sign in, then accept */
public record InvitationView(
        UUID organisationId,
        String organisationName,
        List<String> roles,
        List<RoleName> ownRoles,
        String email,
        Instant expiresAt,
        boolean accountExists) {}
