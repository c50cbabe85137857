package org.lanerunner.system.access;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** How the server is. */
final class SharedQuestions extends Questions {

    SharedQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/health", "/api/live", "/api/ready", "/api/version", "/api/metrics");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(path, null);
    }
}
