package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An organisation in the administrator's list. @param suspendedAt null if it is not suspended */
public record OrganisationFound(
        UUID id,
        String name,
        boolean personal,
        boolean platform,
        List<OrganisationKind> kinds,
        OrganisationStatus status,
        Instant createdAt,
        @Nullable Instant suspendedAt) {}
