package org.lanerunner.shared;

import java.time.Instant;
import java.util.UUID;

/**
 * Something whose time is over, to be acted on by itself. Items are ordered by the time since when they are due, then by id, so that a list of them can be gone
 * through.
 */
public record DueItem(UUID id, Instant dueAt) {

    /** Comes before everything that is due. */
    public static final DueItem FIRST = new DueItem(new UUID(0, 0), Instant.EPOCH);
}
