package org.lanerunner.gate;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * @param networks the only networks from which it is taken; empty for any
 * @param uses how many requests it let through, without those of the last seconds
 * @param living whether it still lifts anything
 */
public record RateBypassView(
        UUID id,
        String reason,
        List<Rate> rates,
        List<String> networks,
        UUID madeBy,
        Instant madeAt,
        Instant until,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        long uses,
        boolean living) {}
