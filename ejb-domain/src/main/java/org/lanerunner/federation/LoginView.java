package org.lanerunner.federation;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A login elsewhere that a person comes in by.
 *
 * @param provider null for one that is configured no more: nobody comes in by it
 * @param label an address or name, as the provider said when it was linked
 * @param lastUsedAt null for never
 */
public record LoginView(
        UUID id,
        @Nullable String provider,
        String providerName,
        String label,
        Instant linkedAt,
        @Nullable Instant lastUsedAt) {}
