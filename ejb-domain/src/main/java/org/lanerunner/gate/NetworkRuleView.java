package org.lanerunner.gate;

import java.time.Instant;
import java.util.UUID;

/** @param until null for good; @param over whether its time is over, so that it does nothing any more */
public record NetworkRuleView(
        UUID id,
        String network,
        NetworkEffect effect,
        String reason,
        Instant until,
        UUID madeBy,
        Instant madeAt,
        boolean over) {}
