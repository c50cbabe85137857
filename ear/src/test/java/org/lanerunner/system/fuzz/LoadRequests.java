package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;

/** Loads, by their shipper. */
final class LoadRequests extends Requests {

    LoadRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/loads");
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(verb(operation).equals("post") ? world::draft : world::openLoad, "loads");
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.shipper();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return verb(operation).equals("cancel")
                ? object("reason", "not needed")
                : world.parties().load("100.00");
    }
}
