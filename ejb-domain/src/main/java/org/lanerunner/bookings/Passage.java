package org.lanerunner.bookings;

import java.time.Instant;

/** A vehicle arrived at a stop or departed from it, at the time of the first fix that shows so. */
public record Passage(int stop, RoadFactKind kind, Instant at, boolean alreadyThere) {}
