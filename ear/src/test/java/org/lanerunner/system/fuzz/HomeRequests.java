package org.lanerunner.system.fuzz;

import java.util.List;
import java.util.Random;
import org.lanerunner.system.ApiOperation;

/** What waits for somebody, and what is looked for by a reference or a place. */
final class HomeRequests extends Requests {

    HomeRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/home", "/api/search");
    }

    @Override
    String address(ApiOperation operation, boolean inState, Random random) {
        return operation.name().equals("GET /api/search")
                ? operation.path() + "?q=Chi"
                : super.address(operation, inState, random);
    }
}
