package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.system.AccessWorld;

/** What fits a load or a trip, and the market as it changes. */
final class MatchingQuestions extends Questions {

    MatchingQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/matches");
    }

    @Override
    List<Question> of(String method, String path) {
        return List.of(
                new Question("own", world.buyer, path + "?load=" + world.marketLoad, null),
                new Question("stranger", world.stranger, path + "?load=" + world.marketLoad, null),
                new Question("own trip", world.seller, path + "?trip=" + world.marketTrip, null),
                new Question("stranger's trip", world.stranger, path + "?trip=" + world.marketTrip, null));
    }

    @Override
    Map<String, List<Question>> subscriptions() {
        return Map.of(
                "market",
                List.of(new Question("-", world.stranger, null, object("subscribe", "market", "of", "loads"))),
                "matches",
                List.of(
                        new Question("own", world.buyer, null, matches("load", world.marketLoad)),
                        new Question("stranger", world.stranger, null, matches("load", world.marketLoad)),
                        new Question("own trip", world.seller, null, matches("trip", world.marketTrip)),
                        new Question("stranger's trip", world.stranger, null, matches("trip", world.marketTrip))));
    }

    private static Object matches(String of, UUID id) {
        return object("subscribe", "matches", of, id);
    }
}
