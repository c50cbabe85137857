package org.lanerunner.analytics.rest;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The business date to report on anew. */
@Schema(requiredProperties = "date")
public record LaneRunRequest(LocalDate date) {}
