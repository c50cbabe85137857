package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** The wallet. */
final class LedgerQuestions extends Questions {

    LedgerQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/wallet");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(path, object());
    }
}
