package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** Loads: on the market, booked, and nobody else's. */
final class LoadQuestions extends Questions {

    LoadQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/loads");
    }

    @Override
    List<Question> of(String method, String path) {
        if (!path.contains("{id}")) {
            return plain(path, object());
        }
        Object body = path.endsWith("cancel") ? object("reason", "asked") : object();
        return List.of(
                new Question("own", world.buyer, with(path, world.marketLoad), body),
                new Question("party", world.seller, with(path, world.bookedLoad), body),
                new Question("market", world.stranger, with(path, world.marketLoad), body),
                new Question("stranger", world.stranger, with(path, world.bookedLoad), body));
    }
}
