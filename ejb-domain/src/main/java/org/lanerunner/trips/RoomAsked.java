package org.lanerunner.trips;

import java.time.Instant;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.loads.CargoMode;

/**
 * What the {@link ReservationRule}s are asked about.
 *
 * @param way the part of the trip along which the load would go
 */
record RoomAsked(Trip trip, CarriedLoad load, Way way, Instant now) {

    boolean wholeVehicle() {
        return load.mode() == CargoMode.FULL;
    }

    /** The capacity that the trip would give on each segment of the way. */
    Capacity taken() {
        return wholeVehicle() ? trip.capacity() : load.cargo();
    }
}
