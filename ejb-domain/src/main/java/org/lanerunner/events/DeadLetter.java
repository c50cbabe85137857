package org.lanerunner.events;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that a consumer could not take after some tries, as the broker of this server keeps it.
 *
 * @param id the broker's id of the message
 * @param consumer the consumer from whose queue it comes; null for one that does not exist any more
 * @param type such as booking.confirmed; null for a message that is no event
 * @param eventId null for a message that is no event
 */
public record DeadLetter(
        String id,
        String family,
        @Nullable String consumer,
        @Nullable String type,
        @Nullable UUID eventId,
        Instant at) {}
