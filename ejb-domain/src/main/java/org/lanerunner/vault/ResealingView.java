package org.lanerunner.vault;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far a resealing is: the job that seals all secrets anew.
 *
 * @param lookedAt the number of values looked at; of these {@code resealed} lay under a retired key
 * @param destroyed the number of retired keys under which nothing was sealed any more
 * @param unreadable tables, rows and columns of values that did not open, a hundred at most; they stay as they are
 */
public record ResealingView(
        UUID id,
        ResealingStatus status,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long lookedAt,
        long resealed,
        int destroyed,
        List<String> unreadable) {

    public ResealingView {
        unreadable = List.copyOf(unreadable);
    }
}
