package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import org.lanerunner.system.AccessWorld;

/** Second factors: the own ones, by everybody; to sign in or to prove who one is, by whoever begins. */
final class FactorQuestions extends Questions {

    FactorQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of(
                "/api/factors",
                "/api/auth/prove",
                "/api/auth/login/code",
                "/api/auth/login/finish",
                "/api/auth/login/passkey");
    }

    @Override
    List<Question> of(String method, String path) {
        return path.startsWith("/api/factors")
                ? plain(with(path, NONE), object())
                : List.of(new Question("-", world.stranger, path, object()));
    }

    @Override
    Set<String> ofTheContent() {
        return Set.of("passkeys/not-found");
    }
}
