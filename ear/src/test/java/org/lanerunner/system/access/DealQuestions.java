package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** Offers, and the making of one. */
final class DealQuestions extends Questions {

    DealQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/offers");
    }

    @Override
    List<Question> of(String method, String path) {
        if (path.contains("{id}")) {
            Object body = object("price", AccessWorld.money("901.00"));
            return List.of(
                    new Question("party: made it", world.seller, with(path, world.offer), body),
                    new Question("party: received it", world.buyer, with(path, world.offer), body),
                    new Question("stranger", world.stranger, with(path, world.offer), body));
        }
        return method.equals("POST") ? made(path) : plain(path, null);
    }

    private List<Question> made(String path) {
        return List.of(
                new Question(
                        "market",
                        world.stranger,
                        path,
                        object("loadId", world.marketLoad, "price", AccessWorld.money("0.00"))),
                new Question("stranger", world.stranger, path, object("loadId", world.bookedLoad)));
    }
}
