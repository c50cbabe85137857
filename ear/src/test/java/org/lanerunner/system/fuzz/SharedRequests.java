package org.lanerunner.system.fuzz;

import java.util.List;

/** How the server is. */
final class SharedRequests extends Requests {

    SharedRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/health", "/api/live", "/api/ready", "/api/version", "/api/metrics");
    }
}
