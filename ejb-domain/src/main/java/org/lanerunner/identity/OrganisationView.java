package org.lanerunner.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/**
 * @param personal whether it was made for one person who named no organisation
 * @param roles the roles that its members can hold
 * @param ownRoles the names of those that it made itself
 */
public record OrganisationView(
        UUID id,
        String name,
        boolean personal,
        List<OrganisationKind> kinds,
        List<String> roles,
        List<RoleName> ownRoles,
        Instant createdAt,
        int version)
        implements Versioned {}
