package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** @param offer the open offer to hand the organisation over; null when there is none */
public record OwnershipView(@Nullable Offer offer) {

    public record Offer(
            UUID offeredBy, String offeredByName, UUID offeredTo, String offeredToName, Instant expiresAt) {}
}
