package org.lanerunner.analytics;

import java.util.UUID;

/** Told within the transaction that requests a run. The batch module observes it after the commit. */
public record LaneRunRequested(UUID runId) {}
