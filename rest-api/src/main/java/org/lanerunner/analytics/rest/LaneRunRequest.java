package org.lanerunner.analytics.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The business date to report on anew. */
public record LaneRunRequest(@NotNull LocalDate date) {}
