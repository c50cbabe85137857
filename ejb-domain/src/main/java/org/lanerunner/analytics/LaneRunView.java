package org.lanerunner.analytics;

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
        Instant upTo,
        Instant requestedAt,
        Instant startedAt,
        Instant finishedAt) {

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
