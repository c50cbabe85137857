package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Map;
import org.lanerunner.system.AccessWorld;

/** Positions of a trip, and what is followed of bookings and of the own organisation. */
final class TrackingQuestions extends Questions {

    TrackingQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/tracking");
    }

    @Override
    List<Question> of(String method, String path) {
        if (path.endsWith("on-the-road")) {
            return plain(path, null);
        }
        Object batch = object("tripId", world.bookedTrip, "positions", List.of());
        return ofSeller(path, world.bookedTrip, batch);
    }

    @Override
    Map<String, List<Question>> subscriptions() {
        Object booking = object("subscribe", "booking", "id", world.booking);
        return Map.of(
                "organisation",
                List.of(new Question("own", world.buyer, null, object("subscribe", "organisation"))),
                "booking",
                List.of(
                        new Question("party: buyer", world.buyer, null, booking),
                        new Question("party: seller", world.seller, null, booking),
                        new Question("stranger", world.stranger, null, booking)));
    }
}
