package org.lanerunner.trips;

import java.util.UUID;

/** Told, inside the transaction and before the trip is locked, to the features after trips: take the locks that come before the trip's (ADR 0014). */
public record TripAssigning(UUID tripId, UUID organisationId) {}
