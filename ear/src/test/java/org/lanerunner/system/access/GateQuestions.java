package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** Networks that are let in or not, and bypasses of rates. */
final class GateQuestions extends Questions {

    GateQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/admin/network-rules", "/api/admin/rate-bypasses");
    }

    @Override
    List<Question> of(String method, String path) {
        return plain(with(path, NONE), object());
    }
}
