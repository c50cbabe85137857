package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.AccessWorld;

/** Trips: on the market, booked, and one that was never published. */
final class TripQuestions extends Questions {

    TripQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/trips");
    }

    @Override
    List<Question> of(String method, String path) {
        if (!path.contains("{id}")) {
            return plain(path, object());
        }
        Object body = object("driverId", world.driverId, "vehicleId", world.vehicleId);
        return List.of(
                new Question("own", world.seller, with(path, world.bookedTrip), body),
                new Question("party", world.buyer, with(path, world.bookedTrip), body),
                new Question("market", world.stranger, with(path, world.marketTrip), body),
                new Question("stranger", world.stranger, with(path, world.madeTrip), body));
    }
}
