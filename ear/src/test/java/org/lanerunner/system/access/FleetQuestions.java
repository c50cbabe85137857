package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** Drivers and vehicles. */
final class FleetQuestions extends Questions {

    FleetQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/drivers", "/api/vehicles");
    }

    @Override
    List<Question> of(String method, String path) {
        return path.contains("{id}")
                ? ofSeller(path, path.startsWith("/api/drivers") ? world.driverId : world.vehicleId, object())
                : plain(path, object());
    }
}
