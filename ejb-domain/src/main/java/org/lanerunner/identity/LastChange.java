package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * Who changed something last.
 *
 * @param personId null where a program or the system did it
 */
public record LastChange(
        Instant at, @Nullable UUID personId, @Nullable String name) {}
