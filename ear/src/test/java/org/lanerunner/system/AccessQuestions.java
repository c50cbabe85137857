package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How each call is asked: as whose thing, at which address, with which body. Changes are asked for a version that never was, and makings with a body that is
 * refused, so that a permitted question changes nothing either.
 */
final class AccessQuestions {

    /** @param as whose members ask */
    record Question(String whose, AccessWorld.Company as, String path, Object body) {}

    /** Nobody's id: who may manage members is told so in other words than who may not. */
    private static final UUID NONE = new UUID(0, 7);

    private final AccessWorld world;

    AccessQuestions(AccessWorld world) {
        this.world = world;
    }

    /** The questions for a call; none for one that this class does not know, which fails the test. */
    List<Question> of(String call) {
        String path = call.substring(call.indexOf(' ') + 1);
        String group = path.split("/")[2];
        return switch (group) {
            case "loads" -> path.contains("{id}") ? loads(path) : plain(path, object());
            case "trips" -> path.contains("{id}") ? trips(path) : plain(path, object());
            case "offers" ->
                path.contains("{id}") ? offers(path) : call.startsWith("POST") ? offersMade(path) : plain(path, null);
            case "bookings" ->
                path.contains("/contest") ? contests(path) : path.contains("{id}") ? bookings(path) : plain(path, null);
            case "contests" -> plain(path, null);
            case "documents" -> path.contains("{id}") ? documents(path) : uploads(path);
            case "drivers" -> path.contains("{id}") ? fleet(path, world.driverId) : plain(path, object());
            case "vehicles" -> path.contains("{id}") ? fleet(path, world.vehicleId) : plain(path, object());
            case "organisations" -> path.contains("{id}") ? organisations(path) : plain(path, object());
            case "matches" -> matches(path);
            case "tracking" -> tracking(path);
            case "auth" -> auth(path);
            case "places" ->
                plain(path.replace("{id}", "city:4887398") + (path.contains("{id}") ? "" : "?q=Chi"), null);
            case "reports" ->
                plain(
                        path.replace("{id}", world.laneRun.toString())
                                + (path.endsWith("lanes") ? "?date=2026-01-01" : ""),
                        object());
            case "sessions" -> plain(path.replace("{id}", NONE.toString()), null);
            case "wallet", "me", "live", "flags" -> plain(path, object());
            case "events", "permissions", "dev", "audit" -> plain(path, null);
            case "last-changes" ->
                List.of(
                        new Question(
                                "load",
                                world.buyer,
                                path.replace("{of}", "LOAD").replace("{id}", NONE.toString()),
                                null),
                        new Question(
                                "vehicle",
                                world.seller,
                                path.replace("{of}", "VEHICLE").replace("{id}", NONE.toString()),
                                null),
                        new Question(
                                "role",
                                world.buyer,
                                path.replace("{of}", "ROLE").replace("{id}", "R_NONE"),
                                null));
            case "avatars" -> plain(path.replace("{personId}", NONE.toString()), null);
            case "notifications" -> notifications(path);
            case "sms" -> plain(path.replace("{id}", NONE.toString()), null);
            case "factors" -> plain(path.replace("{id}", NONE.toString()), object());
            case "admin" ->
                plain(
                        (path.contains("/contests/") ? with(path, world.contest) : path)
                                .replace("{kind}", "booking-release")
                                .replace("{family}", "load")
                                .replace("{job}", "lane-report")
                                .replace("{id}", NONE.toString())
                                .replace("{documentId}", world.evidence.toString())
                                .replace("{key}", "SHORTCUT_HELP"),
                        object());
            case "health", "ready", "version", "metrics", ".well-known" -> plain(path, null);
            default -> List.of();
        };
    }

    /** What everybody's own is; a link of a mail opens one thing, and there is none here. */
    private List<Question> notifications(String path) {
        Object body = path.endsWith("read-all")
                ? object("upTo", NONE)
                : path.endsWith("preferences") ? object("preferences", List.of()) : object();
        return plain(path.replace("{id}", NONE.toString()).replace("{token}", "a-token-of-nobody"), body);
    }

    private List<Question> plain(String path, Object body) {
        return List.of(new Question("-", world.buyer, path, body));
    }

    private List<Question> loads(String path) {
        Object body = path.endsWith("cancel") ? object("reason", "asked") : object();
        return List.of(
                new Question("own", world.buyer, with(path, world.marketLoad), body),
                new Question("party", world.seller, with(path, world.bookedLoad), body),
                new Question("market", world.stranger, with(path, world.marketLoad), body),
                new Question("stranger", world.stranger, with(path, world.bookedLoad), body));
    }

    private List<Question> trips(String path) {
        Object body = object("driverId", world.driverId, "vehicleId", world.vehicleId);
        return List.of(
                new Question("own", world.seller, with(path, world.bookedTrip), body),
                new Question("party", world.buyer, with(path, world.bookedTrip), body),
                new Question("market", world.stranger, with(path, world.marketTrip), body),
                new Question("stranger", world.stranger, with(path, world.madeTrip), body));
    }

    private List<Question> offers(String path) {
        Object body = object("price", AccessWorld.money("901.00"));
        return List.of(
                new Question("party: made it", world.seller, with(path, world.offer), body),
                new Question("party: received it", world.buyer, with(path, world.offer), body),
                new Question("stranger", world.stranger, with(path, world.offer), body));
    }

    private List<Question> offersMade(String path) {
        return List.of(
                new Question(
                        "market",
                        world.stranger,
                        path,
                        object("loadId", world.marketLoad, "price", AccessWorld.money("0.00"))),
                new Question("stranger", world.stranger, path, object("loadId", world.bookedLoad)));
    }

    private List<Question> bookings(String path) {
        Object body =
                switch (path.substring(path.lastIndexOf('/') + 1)) {
                    case "deliver" -> object("receivedBy", "asked", "latitude", 41.8, "longitude", -87.6);
                    case "dispatch" -> object();
                    case "cancel" -> object("reason", "asked");
                    case "pinpoint" -> object("stop", 1, "latitude", 43.04, "longitude", -87.91);
                    case "undo" -> object("what", "ARRIVAL", "stop", 1);
                    case "correct" ->
                        object("stop", 0, "kind", "ARRIVAL", "occurredAt", "2026-11-20T08:00:00Z", "reason", "asked");
                    default -> object("stop", 0, "reason", "asked");
                };
        return List.of(
                new Question("party: buyer", world.buyer, with(path, world.booking), body),
                new Question("party: seller", world.seller, with(path, world.booking), body),
                new Question("stranger", world.stranger, with(path, world.booking), body));
    }

    /** Of a delivered booking that its buyer contests. */
    private List<Question> contests(String path) {
        Object body = object("words", "asked");
        if (path.endsWith("contest")) {
            body = object("reason", "DAMAGED", "words", "asked");
        }
        return List.of(
                new Question("party: buyer", world.buyer, with(path, world.contested), body),
                new Question("party: seller", world.seller, with(path, world.contested), body),
                new Question("stranger", world.stranger, with(path, world.contested), body));
    }

    private List<Question> documents(String path) {
        return List.of(
                new Question("own", world.seller, with(path, world.document), null),
                new Question("party", world.buyer, with(path, world.document), null),
                new Question("stranger", world.stranger, with(path, world.document), null));
    }

    private List<Question> uploads(String path) {
        return List.of(
                new Question("party", world.buyer, path, world.booking),
                new Question("stranger", world.stranger, path, world.booking));
    }

    private List<Question> fleet(String path, UUID id) {
        return List.of(
                new Question("own", world.seller, with(path, id), object()),
                new Question("party", world.buyer, with(path, id), object()),
                new Question("stranger", world.stranger, with(path, id), object()));
    }

    private List<Question> organisations(String path) {
        String address = with(path, world.buyer.founder().organisationId())
                .replace("{personId}", NONE.toString())
                .replace("{invitationId}", NONE.toString())
                .replace("{keyId}", NONE.toString())
                .replace("{code}", "R_NONE");
        List<Question> questions = new ArrayList<>();
        Object body = path.endsWith("kinds")
                ? object("kind", "SHIPPER")
                : path.endsWith("addresses")
                        ? object("networks", List.of())
                        : path.endsWith("policy")
                                ? object("secondFactor", false)
                                : path.endsWith("ownership")
                                        ? object("personId", NONE)
                                        : path.contains("{keyId}")
                                                ? object()
                                                : path.contains("{id}/roles") || path.endsWith("api-keys")
                                                        ? object("name", "")
                                                        : object("roles", List.of("OFFICE"));
        for (Map.Entry<String, AccessWorld.Company> as : Map.of(
                        "own", world.buyer, "party", world.seller, "stranger", world.stranger)
                .entrySet()) {
            questions.add(new Question(as.getKey(), as.getValue(), address, body));
        }
        questions.sort(java.util.Comparator.comparing(Question::whose));
        return questions;
    }

    private List<Question> matches(String path) {
        return List.of(
                new Question("own", world.buyer, path + "?load=" + world.marketLoad, null),
                new Question("stranger", world.stranger, path + "?load=" + world.marketLoad, null),
                new Question("own trip", world.seller, path + "?trip=" + world.marketTrip, null),
                new Question("stranger's trip", world.stranger, path + "?trip=" + world.marketTrip, null));
    }

    private List<Question> tracking(String path) {
        Object batch = object("tripId", world.bookedTrip, "positions", List.of());
        return List.of(
                new Question("own", world.seller, path, batch),
                new Question("party", world.buyer, path, batch),
                new Question("stranger", world.stranger, path, batch));
    }

    private List<Question> auth(String path) {
        return List.of(new Question(
                "-",
                world.stranger,
                path.replace("{id}", NONE.toString()),
                path.endsWith("switch")
                        ? object("organisationId", null)
                        : path.contains("/invitations/") || path.endsWith("/confirm")
                                ? object("token", world.invitation)
                                : object()));
    }

    private static String with(String path, UUID id) {
        return path.replace("{id}", id.toString());
    }
}
