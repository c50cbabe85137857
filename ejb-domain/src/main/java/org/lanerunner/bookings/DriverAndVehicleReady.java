package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.lanerunner.trips.Trips;

/** The driver and the vehicle are named, and both can still do the trip. */
@ApplicationScoped
class DriverAndVehicleReady implements DispatchCondition {

    @Inject
    private Trips trips;

    @Override
    public void check(Agreement agreement, Instant dispatchedAt) {
        trips.requireReady(agreement.tripId());
    }
}
