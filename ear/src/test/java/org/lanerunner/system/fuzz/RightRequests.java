package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanerunner.system.Logins;
import org.lanerunner.system.Mails;
import org.lanerunner.system.Parties;
import org.lanerunner.system.People;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;
import org.lanerunner.system.SecondFactors;
import org.lanerunner.system.SmsProvider;
import org.lanerunner.system.SoftPasskey;
import org.lanerunner.system.TestServer;

/**
 * How each call is asked rightly: by whom, about what, with which body. The thing is one in the state that the call wants, or, where that is not wanted, any
 * that was ever made.
 */
final class RightRequests {

    /** @param needed makes a thing in the state that is wanted; @param kind under which others are remembered */
    private record Thing(Supplier<String> needed, String kind) {}

    private final World world;

    RightRequests(World world) {
        this.world = world;
    }

    /** @param inState whether the thing is in the state that the call wants; else it is any of its kind */
    Attempt of(ApiOperation operation, boolean inState, Random random) {
        String group = operation.path().split("/")[2];
        Attempt attempt = Attempt.at(operation, "right", address(operation, inState, random))
                .as(token(operation, group));
        if (ofLogins(operation.path())) {
            attempt = attempt.with("Device-Key", Logins.DEVICE);
        }
        if (operation.name().equals("POST /api/auth/token")) {
            return attempt.sending(
                    world.clientCredentials(inState).getBytes(StandardCharsets.US_ASCII),
                    "application/x-www-form-urlencoded");
        }
        if (operation.name().equals("POST /api/sms/{id}/status")) {
            return attempt.with("X-Twilio-Signature", inState ? SmsProvider.signature(attempt.address()) : "none")
                    .sending(SmsProvider.FORM.getBytes(StandardCharsets.US_ASCII), "application/x-www-form-urlencoded");
        }
        if (operation.takesUpload()) {
            return attempt.sending(Multiparts.right(world.any("bookings", random)), Multiparts.TYPE);
        }
        Object body = operation.body() == null ? null : body(operation, group, inState);
        return body == null ? attempt : attempt.sending(bytes(body), "application/json");
    }

    private String address(ApiOperation operation, boolean inState, Random random) {
        String path = operation.path();
        path = path.replace("{kind}", "booking-release")
                .replace("{of}", "LOAD")
                .replace("{family}", "load")
                .replace("{job}", "lane-report");
        if (path.contains("{key}")) {
            return path.replace("{key}", inState ? World.flag(path.endsWith("/revive")) : "NO_SUCH_FLAG");
        }
        if (path.contains("{personId}")
                || path.contains("{keyId}")
                || path.contains("{invitationId}")
                || path.contains("{code}")) {
            path = path.replace("{id}", world.carrier().organisationId().toString());
        }
        if (ofFactors(operation) && inState) {
            world.newOrganisation();
        }
        if (path.equals("/api/factors/mail") && inState) {
            world.takeCodesByMail(operation.name().startsWith("DELETE"));
        }
        if (List.of("/api/factors/sms", "/api/auth/prove/code").contains(path) && inState) {
            world.takeCodesBySms(!operation.name().equals("POST /api/factors/sms"));
        }
        if (needsApp(operation) && inState) {
            SecondFactors.app(world.newcomer());
        }
        if (path.equals("/api/factors/passkeys/{id}") && inState) {
            SecondFactors.passkey(world.newcomer(), "Key");
            return path.replace("{id}", SecondFactors.passkeyId(world.newcomer()));
        }
        if (path.contains("{documentId}")) {
            return inState ? world.evidence(path) : path.replaceAll("\\{\\w+}", world.any("documents", random));
        }
        if (path.contains("{")) {
            Thing thing = thing(operation);
            return path.replaceFirst("\\{\\w+}", inState ? thing.needed().get() : world.any(thing.kind(), random));
        }
        if (endsSession(operation) && inState && !path.contains("{id}")) {
            world.newOrganisation();
        }
        if (path.startsWith("/api/me/") && inState) {
            world.newOrganisation();
        }
        if (path.equals("/api/me/way-back/stop") && inState) {
            world.begunWayBack();
        }
        if (operation.method().equals("DELETE") && path.startsWith("/api/me/profile/") && inState) {
            world.withPhoneAndPicture();
        }
        if (path.equals("/api/me/confirmation") && inState) {
            world.confirmNobody();
        }
        return switch (operation.name()) {
            case "GET /api/matches" -> path + "?load=" + world.openLoad();
            case "GET /api/places" -> path + "?q=Chi";
            case "GET /api/reports/lanes" -> path + "?date=2026-01-02";
            default -> path;
        };
    }

    private static Map<String, Object> contest(String path) {
        return path.endsWith("/contest")
                ? object("reason", "DAMAGED", "words", "Two pallets are wet.")
                : path.endsWith("/answer") ? object("words", "They were dry when we left.") : object();
    }

    private String link(String path, boolean inState) {
        if (!inState) {
            return "a-token-of-nobody";
        }
        return path.contains("/registrations/")
                ? World.registration()
                : path.contains("/addresses/") ? world.newAddress() : world.invitation();
    }

    private Thing thing(ApiOperation operation) {
        String verb = operation.path().substring(operation.path().lastIndexOf('/') + 1);
        return switch (operation.path().split("/")[2]) {
            case "loads" -> new Thing(verb.equals("post") ? world::draft : world::openLoad, "loads");
            case "offers" -> new Thing(verb.equals("counter") ? world::openBid : world::openOffer, "offers");
            case "trips" -> new Thing(verb.equals("complete") ? world::unfinishedTrip : world::plannedTrip, "trips");
            case "bookings" ->
                new Thing(
                        switch (verb) {
                            case "contest" -> operation.method().equals("POST") ? world::delivered : world::contested;
                            case "answer", "withdraw", "concede" -> world::contested;
                            case "arrive", "undo" -> world::dispatched;
                            case "depart", "correct" -> world::atPickup;
                            case "deliver" -> world::atDelivery;
                            case "accept-proof" -> world::delivered;
                            case "last" -> world::driven;
                            default -> world::assigned;
                        },
                        "bookings");
            case "documents" -> new Thing(world::document, "documents");
            case "drivers" -> new Thing(world::newDriver, "drivers");
            case "vehicles" -> new Thing(world::newVehicle, "vehicles");
            case "places" -> new Thing(() -> "city:4887398", "places");
            case "sessions" -> new Thing(world::otherSession, "sessions");
            case "reports" -> new Thing(world::laneRun, "runs");
            case "admin" ->
                operation.path().contains("/contests/")
                        ? new Thing(
                                List.of("release", "refund").contains(verb) ? world::answeredContest : world::contestOf,
                                "contests")
                        : operation.path().contains("/network-rules")
                                        || operation.path().contains("/rate-bypasses")
                                ? new Thing(
                                        operation.path().contains("/network-rules")
                                                ? World::networkRule
                                                : World::rateBypass,
                                        "people")
                                : operation.path().contains("/organisations/")
                                        ? switch (verb) {
                                            // never of those whom the others need
                                            case "suspend" -> new Thing(world::newOrganisation, "suspended");
                                            case "reopen" -> new Thing(world::suspendedOrganisation, "suspended");
                                            default -> new Thing(this::carriers, "organisations");
                                        }
                                        : operation.path().contains("/jobs/")
                                                ? new Thing(World::failedRun, "runs")
                                                : operation.path().contains("/people/")
                                                        ? new Thing(
                                                                verb.equals("unlock")
                                                                        ? world::lockedPerson
                                                                        : world::somebody,
                                                                "people")
                                                        : new Thing(
                                                                verb.equals("retry")
                                                                        ? World::deadLetter
                                                                        : World::dueItem,
                                                                "bookings");
            case "last-changes" -> new Thing(world::openLoad, "loads");
            case "avatars" -> new Thing(world::pictured, "people");
            case "sms" -> new Thing(World::sentSms, "deliveries");
            case "notifications" ->
                new Thing(operation.path().contains("{token}") ? world::unsubscribeToken : world::notice, "notices");
            case "auth" -> new Thing(() -> Logins.linkedId(world.newcomer()), "people");
            case "factors" -> new Thing(() -> SecondFactors.passkeyId(world.newcomer()), "people");
            case "organisations" -> ofOrganisation(operation, verb);
            default -> throw new AssertionError("RightRequests does not know the {id} of " + operation);
        };
    }

    private Thing ofOrganisation(ApiOperation operation, String verb) {
        switch (verb) {
            case "leave" -> {
                return new Thing(world::leaver, "organisations");
            }
            case "close" -> {
                return new Thing(world::newOrganisation, "organisations");
            }
            case "accept" -> {
                return new Thing(world::handedOver, "organisations");
            }
            case "ownership" -> {
                return new Thing(
                        operation.method().equals("DELETE") ? world::offeredOwnership : this::carriers,
                        "organisations");
            }
            default -> {
                // asked about the carrier's below
            }
        }
        if (operation.path().contains("{personId}")) {
            return new Thing(world::member, "people");
        }
        if (operation.path().contains("{keyId}")) {
            return new Thing(world::apiKey, "keys");
        }
        if (operation.path().contains("{code}")) {
            return new Thing(world::ownRole, "roles");
        }
        if (operation.path().contains("{invitationId}")) {
            return new Thing(world::openInvitation, "people");
        }
        return new Thing(
                verb.equals("kinds")
                        ? world::newOrganisation
                        : () -> world.carrier().organisationId().toString(),
                "organisations");
    }

    private String carriers() {
        return world.carrier().organisationId().toString();
    }

    private String token(ApiOperation operation, String group) {
        if (operation.open()) {
            return null;
        }
        if (operation.path().endsWith("/impersonation/end")) {
            return world.readingToken();
        }
        Person person = endsSession(operation)
                        || ofFactors(operation)
                        || operation.path().endsWith("/kinds")
                        || operation.path().startsWith("/api/me/")
                ? world.newcomer()
                : byTrade(operation, group);
        return person.accessToken();
    }

    private Person byTrade(ApiOperation operation, String group) {
        boolean ofShipper = List.of("loads", "wallet", "matches", "last-changes")
                        .contains(group)
                || operation.path().matches(".*/contest(/withdraw)?")
                || List.of("accept", "decline", "counter", "accept-proof")
                        .contains(operation.path().substring(operation.path().lastIndexOf('/') + 1));
        boolean ofAllOrganisations = List.of("GET /api/organisations", "POST /api/organisations/search")
                .contains(operation.name());
        if (List.of("reports", "admin").contains(group) || ofAllOrganisations) {
            return world.administrator();
        }
        return group.equals("tracking") ? world.driver() : ofShipper ? world.shipper() : world.carrier();
    }

    /** Whoever asks this is signed out by it, so it is somebody whom nothing else needs. */
    static boolean endsSession(ApiOperation operation) {
        return operation.path().endsWith("/switch")
                || operation.path().endsWith("/logout")
                || operation.path().endsWith("/leave")
                || operation.path().endsWith("/close")
                || operation.path().endsWith("/ownership/accept");
    }

    /** Each is asked by somebody new, since what is turned on for one stays. */
    private static boolean ofFactors(ApiOperation operation) {
        return operation.path().startsWith("/api/factors")
                || operation.path().startsWith("/api/auth/prove")
                || operation.path().startsWith("/api/auth/logins");
    }

    /** By an account elsewhere: those who come back are known by the key of their device. */
    private static boolean ofLogins(String path) {
        return path.startsWith("/api/auth/logins") || path.startsWith("/api/auth/providers");
    }

    private Map<String, Object> logins(String path, boolean inState) {
        if (path.endsWith("/begin")) {
            return object("provider", inState ? "works" : "nobody");
        }
        if (!inState) {
            return path.matches(".*/(register|confirm|accept|ticket)")
                    ? object("ticket", "a ticket of nobody", "name", "Sam")
                    : object("provider", "works", "state", "a state of nobody", "code", "a code of nobody");
        }
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "finish" -> Logins.toSignIn();
            case "register" -> object("ticket", Logins.ticket(), "name", "Sam");
            case "confirm" -> Logins.toConfirm();
            case "accept" -> object("ticket", Logins.ticket(), "invitation", world.invitation(), "name", "Sam");
            case "ticket" -> object("ticket", Logins.ticket());
            default -> Logins.toLink(world.newcomer());
        };
    }

    private static boolean needsApp(ApiOperation operation) {
        return List.of("DELETE /api/factors/app", "POST /api/factors/recovery-codes")
                .contains(operation.name());
    }

    private Object factors(ApiOperation operation, boolean inState) {
        if (!inState) {
            return object("name", "Key", "code", "123456");
        }
        return switch (operation.name()) {
            case "POST /api/factors/app/confirm" ->
                object(
                        "code",
                        SecondFactors.code(Rest.post("/api/factors/app", null, world.newcomer())
                                .expect(200)
                                .text("secret")));
            case "POST /api/factors/passkeys" ->
                SecondFactors.newPasskey(
                        world.newcomer(), new SoftPasskey(TestServer.byName().toString(), "localhost"), "Key");
            default -> object("name", "Key");
        };
    }

    private Object body(ApiOperation operation, String group, boolean inState) {
        if (operation.path().endsWith("/search")) {
            return object("q", "owner", "limit", 5);
        }
        return switch (group) {
            case "factors" -> factors(operation, inState);
            case "auth" ->
                ofLogins(operation.path()) ? logins(operation.path(), inState) : auth(operation.path(), inState);
            case "me" -> ofOwn(operation, inState);
            case "bookings" ->
                operation.path().contains("/contest") ? contest(operation.path()) : road(operation.path());
            case "loads" ->
                operation.path().endsWith("cancel")
                        ? object("reason", "not needed")
                        : world.parties().load("100.00");
            case "offers" ->
                operation.path().endsWith("counter")
                        ? object("price", Parties.dollars("90.00"))
                        : object("loadId", world.openLoad());
            case "trips" ->
                operation.path().endsWith("assign")
                        ? object("driverId", world.newDriver(), "vehicleId", world.newVehicle())
                        : world.parties().trip();
            case "drivers" -> object("name", "Dee Driver", "phone", "+1 312 555 0142");
            case "vehicles" -> World.vehicle();
            case "wallet" -> object("amount", Parties.dollars("1.00"));
            case "notifications" ->
                operation.path().endsWith("read-all")
                        ? object("upTo", inState ? world.notice() : "00000000-0000-0000-0000-000000000007")
                        : object("preferences", List.of(object("kind", "booking-made", "mail", inState)));
            case "reports" -> object("date", "2026-01-02");
            case "admin" ->
                operation.path().endsWith("/network-rules")
                        ? World.newNetworkRule()
                        : operation.path().endsWith("/rate-bypasses")
                                ? World.newRateBypass()
                                : operation.path().matches(".*/(organisations|contests)/.*")
                                        ? object("reason", "asked for")
                                        : operation.path().contains("/people/")
                                                ? object(
                                                        "reason",
                                                        "asked for",
                                                        "organisationId",
                                                        ofImpersonation(operation))
                                                : object(
                                                        "percentage",
                                                        50,
                                                        "persons",
                                                        List.of(world.carrier().personId()));
            case "tracking" -> world.positions();
            case "organisations" -> membership(operation);
            default -> throw new AssertionError("RightRequests does not know the body of " + operation);
        };
    }

    private Object ofOwn(ApiOperation operation, boolean inState) {
        return switch (operation.path().substring(operation.path().lastIndexOf('/') + 1)) {
            case "address" -> object("email", Mails.newAddress(), "current", People.PASSWORD);
            case "profile" -> object("name", "Somebody Else", "units", "SI", "zone", "Europe/Berlin");
            case "phone" -> object("phone", People.newPhone());
            case "confirm" -> object("code", inState ? world.phoneCode() : "000000");
            default -> object("current", People.PASSWORD, "password", People.PASSWORD);
        };
    }

    private Map<String, Object> auth(String path, boolean inState) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "register" ->
                object(
                        "email",
                        People.newEmail(),
                        "password",
                        People.PASSWORD,
                        "name",
                        "Somebody",
                        "organisation",
                        object("name", "Some Freight", "kind", "SHIPPER"));
            case "confirm" ->
                path.contains("/addresses/")
                        ? object("token", link(path, inState))
                        : object("token", link(path, inState), "password", People.PASSWORD);
            case "view" -> object("token", link(path, inState));
            case "forgot" -> object("email", world.newcomer().email());
            case "reset" ->
                object("token", inState ? world.forgotten() : "a-token-of-nobody", "password", People.PASSWORD);
            case "login" -> object("email", world.newcomer().email(), "password", People.PASSWORD);
            case "finish" ->
                path.endsWith("/way-back/finish")
                        ? object(
                                "token",
                                inState ? world.readyWayBack() : "a-token-of-nobody",
                                "password",
                                People.PASSWORD)
                        : finish(inState);
            case "code" ->
                path.equals("/api/auth/prove/code")
                        ? object()
                        : object("challenge", inState ? world.challengeByMail() : "a challenge of nobody");
            case "way-back" -> object("email", world.newcomer().email());
            case "begin" -> object("token", inState ? world.askedWayBack() : "a-token-of-nobody");
            case "stop" -> object("token", inState ? world.begunWayBack() : "a-token-of-nobody");
            case "prove" -> object("method", "PASSWORD", "code", People.PASSWORD);
            case "passkey" -> object();
            case "refresh", "logout" -> object("refreshToken", inState ? signedInAnew() : "a token of nobody");
            case "switch" -> object("organisationId", world.newcomer().organisationId());
            case "accept" -> object("token", link(path, inState), "name", "Somebody New", "password", People.PASSWORD);
            default -> object("token", "t", "email", People.newEmail(), "name", "Admin", "password", People.PASSWORD);
        };
    }

    private Map<String, Object> finish(boolean inState) {
        if (!inState) {
            return object("challenge", "a challenge of nobody", "method", "CODE", "code", "123456");
        }
        world.newOrganisation();
        SecondFactors.App app = SecondFactors.app(world.newcomer());
        return object(
                "challenge",
                SecondFactors.challenge(world.newcomer()),
                "method",
                "RECOVERY_CODE",
                "code",
                app.recoveryCodes().get(0));
    }

    /** Nobody else's, since it is used up. */
    private String signedInAnew() {
        world.newOrganisation();
        return Rest.post(
                        "/api/auth/login", object("email", world.newcomer().email(), "password", People.PASSWORD), null)
                .expect(200)
                .text("refreshToken");
    }

    private static Map<String, Object> road(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
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

    private Map<String, Object> membership(ApiOperation operation) {
        if (operation.path().contains("/api-keys")) {
            return operation.path().endsWith("rotate")
                    ? object("overlapSeconds", 60)
                    : object("name", "Fuzz", "scopes", List.of("fleet.view"));
        }
        return operation.path().endsWith("kinds")
                ? object("kind", "BROKER")
                : operation.path().endsWith("addresses")
                        ? object("networks", List.of("127.0.0.0/8", "203.0.113.7"))
                        : operation.path().endsWith("ownership")
                                ? object("personId", world.member())
                                : operation.path().endsWith("policy")
                                        ? object("secondFactor", false)
                                        : operation.path().contains("{id}/roles")
                                                ? World.role()
                                                : operation.path().endsWith("roles")
                                                        ? object("roles", List.of("OFFICE"))
                                                        : object(
                                                                "email",
                                                                People.newEmail(),
                                                                "roles",
                                                                List.of("CARRIER"));
    }

    /** Only that call knows the field. */
    private UUID ofImpersonation(ApiOperation operation) {
        return operation.path().endsWith("/impersonate") ? world.newcomer().organisationId() : null;
    }

    private static byte[] bytes(Object body) {
        try {
            return Rest.JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
