package org.lanerunner.analytics;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A run of the lane report over one business date. It looks at facts before {@code upTo}. */
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

    /** The origin of the run: the timer, or a person's demand. */
    public enum Cause {
        TIMER,
        DEMAND
    }

    /** The states of a run. */
    public enum Status {
        REQUESTED,
        RUNNING,
        DONE,
        FAILED
    }
}
