package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Sql;

/** Notices of the carrier, and links of mails to them. */
final class NotificationRequests extends Requests {

    NotificationRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/notifications");
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(operation.path().contains("{token}") ? this::unsubscribeToken : this::notice, "notices");
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return verb(operation).equals("read-all")
                ? object("upTo", inState ? notice() : new UUID(0, 7))
                : object("preferences", List.of(object("kind", "booking-made", "mail", inState)));
    }

    /** That something was told to the carrier. */
    private String notice() {
        String id = UUID.randomUUID().toString();
        Sql.run(
                "INSERT INTO notifications.notice (id, person_id, organisation_id, event_id, kind, permission, own_trips, about, about_id, facts, happened_at, made_at, stays) VALUES ('"
                        + id + "', '" + world.carrier().personId() + "', '"
                        + world.carrier().organisationId()
                        + "', gen_random_uuid(), 'booking-cancelled', 'bookings.view', false, 'BOOKING', gen_random_uuid(), '{}', now(), now(), true)");
        return world.remember("notices", id);
    }

    /** Of a mail to the carrier. */
    private String unsubscribeToken() {
        String token = UUID.randomUUID().toString();
        Sql.run("INSERT INTO notifications.unsubscribe_link (token_hash, person_id, kind, made_at) VALUES (sha256('"
                + token + "'), '" + world.carrier().personId() + "', 'booking-made', now())");
        return world.remember("notices", token);
    }

    /** It leads on to a page. */
    @Override
    Set<String> neverTaken() {
        return Set.of("GET /api/notifications/unsubscribe/{token}");
    }

    /** The notice that was read. */
    @Override
    Set<String> notAudited() {
        return Set.of(
                "POST /api/notifications/read-all",
                "POST /api/notifications/{id}/acknowledge",
                "POST /api/notifications/{id}/read",
                "POST /api/notifications/{id}/take-back",
                "POST /api/notifications/unsubscribe/{token}");
    }
}
