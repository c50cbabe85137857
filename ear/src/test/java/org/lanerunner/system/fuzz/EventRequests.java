package org.lanerunner.system.fuzz;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;

/** The log, and dead letters, of which none lies there while all is well. */
final class EventRequests extends Requests {

    EventRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/events", "/api/admin/dead-letters");
    }

    @Override
    String named(String path) {
        return path.replace("{family}", "load");
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(() -> UUID.randomUUID().toString(), "dead letters");
    }

    @Override
    Person asker(ApiOperation operation) {
        return ofAdministrators(operation) ? world.administrator() : world.carrier();
    }

    @Override
    Set<String> neverTaken() {
        return Set.of(
                "POST /api/admin/dead-letters/{family}/{id}/retry", "DELETE /api/admin/dead-letters/{family}/{id}");
    }
}
