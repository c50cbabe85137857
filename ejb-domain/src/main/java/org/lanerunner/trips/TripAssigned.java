package org.lanerunner.trips;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.events.EventData;
import org.lanerunner.shared.Caller;

/**
 * Told, inside the transaction, to the features after trips: this driver and this vehicle do the trip from now on. A feature that knows a reason against it
 * refuses.
 *
 * @param before who did the trip until then, in the words of events, or null
 * @param from since when they do it, on a trip that is under way; null on one that has not started
 */
public record TripAssigned(Caller caller, UUID tripId, UUID driverId, UUID vehicleId, EventData before, Instant from) {}
