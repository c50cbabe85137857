package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** An account as an administrator finds it. @param lockedAt null if it is not locked */
public record PersonFound(
        UUID id,
        String name,
        String email,
        Instant createdAt,
        @Nullable Instant lockedAt) {}
