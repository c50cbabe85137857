package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** The lane report and its runs. */
final class AnalyticsQuestions extends Questions {

    AnalyticsQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/reports");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(with(path, world.laneRun) + (path.endsWith("lanes") ? "?date=2026-01-01" : ""), object());
    }
}
