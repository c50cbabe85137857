package org.lanerunner.gate;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** @param until null if it has no end; @param over whether its time is over, so that it has no effect any more */
public record NetworkRuleView(
        UUID id,
        String network,
        NetworkEffect effect,
        String reason,
        @Nullable Instant until,
        UUID madeBy,
        Instant madeAt,
        boolean over) {}
