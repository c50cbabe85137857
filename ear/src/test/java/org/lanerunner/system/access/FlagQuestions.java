package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** Feature flags, and what they are for oneself. */
final class FlagQuestions extends Questions {

    FlagQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/flags", "/api/admin/flags");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(path.replace("{key}", "SHORTCUT_HELP"), object());
    }
}
