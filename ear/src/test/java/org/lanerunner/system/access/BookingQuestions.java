package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import org.lanerunner.system.AccessWorld;

/** Bookings on the road, where they were included, and what of them falls due. */
final class BookingQuestions extends Questions {

    BookingQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/bookings", "/api/admin/due-items");
    }

    @Override
    List<Question> of(String method, String path) {
        if (path.startsWith("/api/admin")) {
            return plain(with(path, NONE).replace("{kind}", "booking-release"), object());
        }
        if (!path.contains("{id}")) {
            return plain(path, null);
        }
        Object body = body(path.substring(path.lastIndexOf('/') + 1));
        return List.of(
                new Question("party: buyer", world.buyer, with(path, world.booking), body),
                new Question("party: seller", world.seller, with(path, world.booking), body),
                new Question("stranger", world.stranger, with(path, world.booking), body));
    }

    private static Object body(String verb) {
        return switch (verb) {
            case "deliver" -> object("receivedBy", "asked", "latitude", 41.8, "longitude", -87.6);
            case "dispatch" -> object();
            case "cancel" -> object("reason", "asked");
            case "pinpoint" -> object("stop", 1, "latitude", 43.04, "longitude", -87.91);
            case "undo" -> object("what", "ARRIVAL", "stop", 1);
            case "correct" ->
                object("stop", 0, "kind", "ARRIVAL", "occurredAt", "2026-11-20T08:00:00Z", "reason", "asked");
            default -> object("stop", 0, "reason", "asked");
        };
    }

    @Override
    Set<String> ofTheContent() {
        return Set.of("due-items/not-found");
    }
}
