package org.lanerunner.bookings;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * One telling of an arrival or departure, as both sides read it.
 *
 * @param stop its sequence, from 0
 * @param alreadyThere a fence saw the vehicle inside at its first fix
 * @param reason why a person told it by hand; null from a fence
 * @param withdrawn this telling takes back the fact of that time: it is not so
 */
public record TellingView(
        UUID id,
        int stop,
        RoadFactKind kind,
        Instant at,
        Instant receivedAt,
        RoadFactSource source,
        boolean alreadyThere,
        @Nullable String reason,
        boolean withdrawn) {}
