package org.lanerunner.system.fuzz;

import java.util.List;
import java.util.Random;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;

/** What fits a load of the shipper's. */
final class MatchingRequests extends Requests {

    MatchingRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/matches");
    }

    @Override
    String address(ApiOperation operation, boolean inState, Random random) {
        return operation.path() + "?load=" + world.openLoad();
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.shipper();
    }
}
