package org.lanerunner.trips;

import java.util.UUID;

/**
 * Told, inside the transaction and before the trip is locked, to the features after trips, so that they take the locks that come before the trip's (ADR 0014).
 *
 * @param underWay whether another driver or vehicle takes over; otherwise the first ones are named
 */
public record TripAssigning(UUID tripId, UUID organisationId, boolean underWay) {}
