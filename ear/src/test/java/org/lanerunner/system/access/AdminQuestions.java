package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** What operators and administrators see of everything. */
final class AdminQuestions extends Questions {

    AdminQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/admin");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(with(path, NONE).replace("{job}", "lane-report"), object());
    }
}
