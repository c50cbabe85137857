package org.lanerunner.federation;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A login elsewhere by which a person comes in.
 *
 * @param provider null for one that is not configured any more: nobody comes in by it
 * @param label an address or name, as the provider told it when the login was linked
 * @param lastUsedAt null if it was never used
 */
public record LoginView(
        UUID id,
        @Nullable String provider,
        String providerName,
        String label,
        Instant linkedAt,
        @Nullable Instant lastUsedAt) {}
