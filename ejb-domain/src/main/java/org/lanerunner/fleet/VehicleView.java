package org.lanerunner.fleet;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/** A vehicle as the own organisation sees it. */
public record VehicleView(
        UUID id,
        UUID organisationId,
        String name,
        String plate,
        Equipment equipment,
        Capacity capacity,
        boolean active,
        Instant createdAt,
        int version)
        implements Versioned {}
