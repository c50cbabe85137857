package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import org.lanerunner.system.AccessWorld;

/** Logins elsewhere. */
final class FederationQuestions extends Questions {

    FederationQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/auth/logins", "/api/auth/providers");
    }

    @Override
    List<Question> of(String method, String path) {
        return List.of(new Question("-", world.stranger, with(path, NONE), object()));
    }

    @Override
    Set<String> ofTheContent() {
        return Set.of("logins/not-found");
    }
}
