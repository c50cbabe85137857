package org.lanerunner.system.access;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** Places, known by their ids and found by their names. */
final class PlaceQuestions extends Questions {

    PlaceQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/places");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(path.replace("{id}", "city:4887398") + (path.contains("{id}") ? "" : "?q=Chi"), null);
    }
}
