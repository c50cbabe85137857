package org.lanerunner.system.fuzz;

import java.util.List;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;

/** Whether the keys are changing. */
final class VaultRequests extends Requests {

    VaultRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/admin/resealings");
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.administrator();
    }
}
