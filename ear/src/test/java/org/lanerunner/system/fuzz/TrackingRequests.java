package org.lanerunner.system.fuzz;

import java.util.List;
import java.util.Set;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;

/** What the driver's device tells. */
final class TrackingRequests extends Requests {

    TrackingRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/tracking");
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.driver();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return world.positions();
    }

    @Override
    Set<String> notAudited() {
        return Set.of("POST /api/tracking/positions");
    }
}
