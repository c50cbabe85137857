package org.lanerunner.system.fuzz;

import java.util.List;
import java.util.Random;
import org.lanerunner.system.ApiOperation;

/** Places, which everybody knows. */
final class PlaceRequests extends Requests {

    PlaceRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/places");
    }

    @Override
    String address(ApiOperation operation, boolean inState, Random random) {
        return operation.name().equals("GET /api/places")
                ? operation.path() + "?q=Chi"
                : super.address(operation, inState, random);
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(() -> "city:4887398", "places");
    }
}
