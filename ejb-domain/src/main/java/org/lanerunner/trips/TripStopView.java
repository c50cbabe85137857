package org.lanerunner.trips;

import java.time.Instant;
import java.time.LocalDateTime;
import org.lanerunner.places.Site;

/** A stop of a trip, with the planned time there. */
public record TripStopView(int sequence, Site place, LocalDateTime atLocal, Instant at) {}
