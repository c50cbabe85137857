package org.lanerunner.admin;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * One run of a job.
 *
 * @param about the subject of the run, such as a business date; null where there is none
 * @param startedAt null while it waits
 * @param finishedAt null while it waits or runs
 */
public record JobRun(
        UUID id,
        JobStatus status,
        @Nullable String about,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
