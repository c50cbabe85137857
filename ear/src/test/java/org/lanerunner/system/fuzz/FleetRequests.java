package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.ApiOperation;

/** Drivers and vehicles. */
final class FleetRequests extends Requests {

    FleetRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/drivers", "/api/vehicles");
    }

    @Override
    Thing thing(ApiOperation operation) {
        return ofDrivers(operation) ? new Thing(world::newDriver, "drivers") : new Thing(world::newVehicle, "vehicles");
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return ofDrivers(operation) ? object("name", "Dee Driver", "phone", "+1 312 555 0142") : World.vehicle();
    }

    private static boolean ofDrivers(ApiOperation operation) {
        return operation.path().startsWith("/api/drivers");
    }
}
