package org.lanerunner.events;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that a consumer could not take after some tries, as the broker of this server keeps it.
 *
 * @param id the broker's
 * @param consumer whose place it comes from; null for one that is not there any more
 * @param type such as booking.confirmed; null for what is no event
 * @param eventId null for what is no event
 */
public record DeadLetter(
        String id,
        String family,
        @Nullable String consumer,
        @Nullable String type,
        @Nullable UUID eventId,
        Instant at) {}
