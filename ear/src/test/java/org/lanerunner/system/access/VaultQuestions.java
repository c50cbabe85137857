package org.lanerunner.system.access;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** Whether the keys are changing. */
final class VaultQuestions extends Questions {

    VaultQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/admin/resealings");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(path, null);
    }
}
