package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** The log of what happens, and its dead letters. */
final class EventQuestions extends Questions {

    EventQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/events", "/api/admin/dead-letters");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(with(path, NONE).replace("{family}", "load"), object());
    }
}
