package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.ApiOperation;

/** Trips, by their carrier. */
final class TripRequests extends Requests {

    TripRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/trips");
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(verb(operation).equals("complete") ? world::unfinishedTrip : world::plannedTrip, "trips");
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return verb(operation).equals("assign")
                ? object("driverId", world.newDriver(), "vehicleId", world.newVehicle())
                : world.parties().trip();
    }
}
