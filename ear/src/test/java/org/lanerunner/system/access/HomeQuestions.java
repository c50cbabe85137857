package org.lanerunner.system.access;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** What waits for somebody, and what is looked for by a reference or a place. */
final class HomeQuestions extends Questions {

    HomeQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/home", "/api/search");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(path + (path.endsWith("search") ? "?q=Chi" : ""), null);
    }
}
