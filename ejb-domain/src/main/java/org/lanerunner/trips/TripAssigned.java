package org.lanerunner.trips;

import java.util.UUID;

/** Told, inside the transaction, to the features after trips: from now on this driver drives the trip. */
public record TripAssigned(UUID tripId, UUID driverId) {}
