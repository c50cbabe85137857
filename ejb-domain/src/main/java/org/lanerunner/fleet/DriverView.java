package org.lanerunner.fleet;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/** A driver as the own organisation sees one. */
public record DriverView(
        UUID id,
        UUID organisationId,
        String name,
        @Nullable String phone,
        @Nullable UUID personId,
        boolean active,
        Instant createdAt,
        int version)
        implements Versioned {}
