package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Eventually;
import org.lanerunner.system.Mails;
import org.lanerunner.system.People;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;
import org.lanerunner.system.SecondFactors;
import org.lanerunner.system.Sql;

/** Accounts: made, signed in to, and what is about oneself; by somebody new each time where it changes them. */
final class AccountRequests extends Requests {

    AccountRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of(
                "/api/auth",
                "/api/me",
                "/api/sessions",
                "/api/avatars",
                "/api/audit",
                "/api/live/tickets",
                "/api/.well-known");
    }

    @Override
    String address(ApiOperation operation, boolean inState, Random random) {
        if (inState && (endsSession(operation) || ofOwn(operation))) {
            world.newOrganisation();
        }
        if (inState) {
            switch (operation.name()) {
                case "POST /api/me/way-back/stop" -> begunWayBack();
                case "DELETE /api/me/profile/avatar", "DELETE /api/me/profile/phone" -> withPhoneAndPicture();
                case "POST /api/me/confirmation" -> confirmNobody();
                default -> {
                    // needs nothing more
                }
            }
        }
        return super.address(operation, inState, random);
    }

    @Override
    Thing thing(ApiOperation operation) {
        return operation.path().startsWith("/api/avatars")
                ? new Thing(this::pictured, "people")
                : new Thing(this::otherSession, "sessions");
    }

    @Override
    String token(ApiOperation operation) {
        return operation.path().endsWith("/impersonation/end") ? readingToken() : super.token(operation);
    }

    @Override
    Person asker(ApiOperation operation) {
        return endsSession(operation) || ofOwn(operation) ? world.newcomer() : world.carrier();
    }

    @Override
    boolean endsSession(ApiOperation operation) {
        return List.of("switch", "logout").contains(verb(operation));
    }

    private static boolean ofOwn(ApiOperation operation) {
        return operation.path().startsWith("/api/me/");
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return ofOwn(operation) ? aboutOneself(operation, inState) : auth(operation.path(), inState);
    }

    private Object aboutOneself(ApiOperation operation, boolean inState) {
        return switch (verb(operation)) {
            case "address" -> object("email", Mails.newAddress(), "current", People.PASSWORD);
            case "profile" -> object("name", "Somebody Else", "units", "SI", "zone", "Europe/Berlin");
            case "phone" -> object("phone", People.newPhone());
            case "confirm" -> object("code", inState ? phoneCode() : "000000");
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
            case "reset" -> object("token", inState ? forgotten() : "a-token-of-nobody", "password", People.PASSWORD);
            case "login" -> object("email", world.newcomer().email(), "password", People.PASSWORD);
            case "finish" ->
                object("token", inState ? readyWayBack() : "a-token-of-nobody", "password", People.PASSWORD);
            case "way-back" -> object("email", world.newcomer().email());
            case "begin" -> object("token", inState ? askedWayBack() : "a-token-of-nobody");
            case "stop" -> object("token", inState ? begunWayBack() : "a-token-of-nobody");
            case "refresh", "logout" -> object("refreshToken", inState ? signedInAnew() : "a token of nobody");
            case "switch" -> object("organisationId", world.newcomer().organisationId());
            case "accept" -> object("token", link(path, inState), "name", "Somebody New", "password", People.PASSWORD);
            default -> object("token", "t", "email", People.newEmail(), "name", "Admin", "password", People.PASSWORD);
        };
    }

    private String link(String path, boolean inState) {
        if (!inState) {
            return "a-token-of-nobody";
        }
        return path.contains("/registrations/")
                ? registration()
                : path.contains("/addresses/") ? newAddress() : world.invitation();
    }

    /** Nobody else's, since it is used up. */
    private String signedInAnew() {
        world.newOrganisation();
        return Rest.post(
                        "/api/auth/login", object("email", world.newcomer().email(), "password", People.PASSWORD), null)
                .expect(200)
                .text("refreshToken");
    }

    /** The token of the mail to somebody who wants an account. */
    private static String registration() {
        String address = Mails.newAddress();
        Rest.post("/api/auth/register", object("email", address, "password", People.PASSWORD, "name", "Somebody"), null)
                .expect(202);
        return Mails.token(address);
    }

    /** The token of the mail to an address that somebody new wants. */
    private String newAddress() {
        world.newOrganisation();
        String address = Mails.newAddress();
        Rest.post("/api/me/address", object("email", address, "current", People.PASSWORD), world.newcomer())
                .expect(202);
        return Mails.token(address);
    }

    /** The token of the mail to somebody new who forgot the password. */
    private String forgotten() {
        world.newOrganisation();
        Rest.post("/api/auth/forgot", object("email", world.newcomer().email()), null)
                .expect(202);
        return Mails.token(world.newcomer().email());
    }

    /** The token of the first mail to somebody new who lost everything. */
    private String askedWayBack() {
        world.newOrganisation();
        SecondFactors.app(world.newcomer());
        Rest.post("/api/auth/way-back", object("email", world.newcomer().email()), null)
                .expect(202);
        return Mails.token(world.newcomer().email());
    }

    /** The token that stops it. */
    private String begunWayBack() {
        Rest.post("/api/auth/way-back/begin", object("token", askedWayBack()), null)
                .expect(200);
        return Mails.token(world.newcomer().email());
    }

    /** The token of the last mail. */
    private String readyWayBack() {
        begunWayBack();
        Sql.run("UPDATE identity.way_back SET ready_at = now() WHERE person_id = '"
                + world.newcomer().personId() + "'");
        Eventually.get(() -> Mails.lastKind(world.newcomer().email()), "identity/way-back-ready"::equals);
        return Mails.token(world.newcomer().email());
    }

    /** As if the newcomer's address had not been confirmed. */
    private void confirmNobody() {
        Sql.number("WITH changed AS (UPDATE identity.person SET verified_at = NULL WHERE id = '"
                + world.newcomer().personId() + "' RETURNING 1) SELECT count(*) FROM changed");
    }

    /** Where the carrier is signed in too, and nobody needs it. */
    private String otherSession() {
        String opened = Rest.post(
                        "/api/auth/login", object("email", world.carrier().email(), "password", People.PASSWORD), null)
                .expect(200)
                .text("accessToken");
        return world.remember(
                "sessions", Rest.call("GET", "/api/sessions", null, opened).at("/items/0/id"));
    }

    /** With which the administrator sees what somebody sees. */
    private String readingToken() {
        String person = world.somebody();
        return Rest.post(
                        "/api/admin/people/" + person + "/impersonate",
                        object("organisationId", world.newcomer().organisationId(), "reason", "asked for"),
                        world.administrator())
                .expect(200)
                .text("accessToken");
    }

    private String phoneCode() {
        return People.phoneCode(world.newcomer());
    }

    private void withPhoneAndPicture() {
        Rest.post("/api/me/profile/phone/confirm", object("code", phoneCode()), world.newcomer())
                .expect(204);
        People.picture(world.newcomer());
    }

    private String pictured() {
        People.picture(world.carrier());
        return world.carrier().personId().toString();
    }

    /** The link works once, and the tests' administrator has used it. */
    @Override
    Set<String> neverTaken() {
        return Set.of("POST /api/auth/admin-setup");
    }

    /** A mail, the row of a session or a ticket for a moment. */
    @Override
    Set<String> notAudited() {
        return Set.of(
                "POST /api/auth/forgot",
                "POST /api/auth/invitations/view",
                "POST /api/auth/login",
                "POST /api/auth/refresh",
                "POST /api/auth/switch",
                "POST /api/auth/way-back",
                "POST /api/live/tickets");
    }
}
