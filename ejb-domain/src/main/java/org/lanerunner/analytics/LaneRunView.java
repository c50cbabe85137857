package org.lanerunner.analytics;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A run of the lane report over one business date. {@code upTo}: it looks at facts before this moment. */
public record LaneRunView(
        UUID id,
        LocalDate date,
        String zone,
        Cause cause,
        Status status,
        @Nullable Instant upTo,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Who asked for it. */
    public enum Cause {
        TIMER,
        DEMAND
    }

    /** Where it stands. */
    public enum Status {
        REQUESTED,
        RUNNING,
        DONE,
        FAILED
    }
}
