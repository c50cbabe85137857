package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;
import org.lanerunner.system.Sql;

/** Bookings on the road, by their carrier, and what of them fell due. */
final class BookingRequests extends Requests {

    BookingRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/bookings", "/api/admin/due-items");
    }

    @Override
    String named(String path) {
        return path.replace("{kind}", "booking-release");
    }

    @Override
    Thing thing(ApiOperation operation) {
        if (ofAdministrators(operation)) {
            return new Thing(BookingRequests::dueItem, "bookings");
        }
        return new Thing(
                switch (verb(operation)) {
                    case "arrive", "undo" -> world::dispatched;
                    case "depart", "correct" -> world::atPickup;
                    case "deliver" -> world::atDelivery;
                    case "accept-proof" -> world::delivered;
                    case "last" -> world::driven;
                    default -> world::assigned;
                },
                "bookings");
    }

    @Override
    Person asker(ApiOperation operation) {
        if (ofAdministrators(operation)) {
            return world.administrator();
        }
        return verb(operation).equals("accept-proof") ? world.shipper() : world.carrier();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return road(verb(operation));
    }

    private static Map<String, Object> road(String verb) {
        return switch (verb) {
            case "deliver" -> object("receivedBy", "Bo", "latitude", 38.6, "longitude", -90.2);
            case "dispatch" -> object();
            case "undo" -> object("what", "DISPATCH");
            case "cancel" -> object("reason", "no truck");
            case "correct" ->
                object("stop", 0, "kind", "ARRIVAL", "occurredAt", Instant.now().toString(), "reason", "gate slip");
            case "depart" -> object("stop", 0, "reason", "by hand");
            case "pinpoint" -> object("stop", 0, "latitude", 41.88, "longitude", -87.63, "radiusMeters", 300);
            default -> object("stop", 0, "reason", "by hand");
        };
    }

    /** The id of something that fell due and failed; soon forgotten, since there is no such thing. */
    private static String dueItem() {
        UUID id = UUID.randomUUID();
        Sql.number(
                "WITH made AS (INSERT INTO bookings.due_attempt VALUES ('booking-release', '%s', 1, 'ledger/not-held', now() + interval '20 s', now() + interval '1 h') RETURNING 1) SELECT count(*) FROM made"
                        .formatted(id));
        return id.toString();
    }
}
