package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * The last change of something.
 *
 * @param personId the person who made it; null where a program or the system did
 */
public record LastChange(
        Instant at, @Nullable UUID personId, @Nullable String name) {}
