package org.lanerunner.factors;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * @param host the host that it is for
 * @param synced whether its maker keeps it on several devices
 * @param lastUsedAt null if it was never used
 */
public record PasskeyView(
        UUID id,
        String name,
        String host,
        boolean synced,
        Instant since,
        @Nullable Instant lastUsedAt) {}
