package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** Of a delivered booking that its buyer contests. */
final class DisputeQuestions extends Questions {

    DisputeQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/bookings/{id}/contest", "/api/contests", "/api/admin/contests");
    }

    @Override
    List<Question> of(String method, String path) {
        if (path.startsWith("/api/admin")) {
            return plain(with(path, world.contest).replace("{documentId}", world.evidence.toString()), object());
        }
        if (!path.contains("{id}")) {
            return plain(path, null);
        }
        Object body =
                path.endsWith("contest") ? object("reason", "DAMAGED", "words", "asked") : object("words", "asked");
        return List.of(
                new Question("party: buyer", world.buyer, with(path, world.contested), body),
                new Question("party: seller", world.seller, with(path, world.contested), body),
                new Question("stranger", world.stranger, with(path, world.contested), body));
    }
}
