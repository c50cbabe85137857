package org.lanerunner.trips;

import java.util.List;
import java.util.UUID;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.shared.Money;

/**
 * A trip as its carrier posts it.
 *
 * @param stops in order, each with the local time at which the trip is planned to be there; at least two
 * @param askPerKilometer what the carrier asks for; published
 * @param floorPrice the least the carrier would take for a booking; never shown to anybody else
 */
public record TripRequest(
        List<Stop> stops,
        Equipment equipment,
        Capacity capacity,
        UUID vehicleId,
        UUID driverId,
        Money askPerKilometer,
        Money floorPrice) {

    /** A place of the gazetteer, or a point, and a local time such as 2026-11-23T08:00. */
    public record Stop(String placeId, Double latitude, Double longitude, String at) {}
}
