package org.lanerunner.trips;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/**
 * Told, inside the transaction, to the features after trips: this driver and this vehicle do the trip from now on. Who knows something that can't be so refuses.
 *
 * @param from since when on a trip that is under way; null on one that has not started
 */
public record TripAssigned(Caller caller, UUID tripId, UUID driverId, UUID vehicleId, Instant from) {}
