package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.People;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;
import org.lanerunner.system.SecondFactors;
import org.lanerunner.system.SoftPasskey;
import org.lanerunner.system.Sql;
import org.lanerunner.system.TestServer;

/** Second factors: turned on and off by somebody new each time, since what is turned on for one stays; and asked for, to sign in. */
final class FactorRequests extends Requests {

    private static final List<String> NEEDS_APP =
            List.of("DELETE /api/factors/app", "POST /api/factors/recovery-codes");

    FactorRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of(
                "/api/factors",
                "/api/auth/prove",
                "/api/auth/login/code",
                "/api/auth/login/finish",
                "/api/auth/login/passkey");
    }

    @Override
    String address(ApiOperation operation, boolean inState, Random random) {
        String path = operation.path();
        if (inState && !operation.open()) {
            world.newOrganisation();
            switch (path) {
                case "/api/factors/mail" -> takeCodesByMail(operation.method().equals("DELETE"));
                case "/api/factors/sms", "/api/auth/prove/code" ->
                    takeCodesBySms(!operation.name().equals("POST /api/factors/sms"));
                case "/api/factors/passkeys/{id}" -> SecondFactors.passkey(world.newcomer(), "Key");
                default -> {
                    if (NEEDS_APP.contains(operation.name())) {
                        SecondFactors.app(world.newcomer());
                    }
                }
            }
        }
        return super.address(operation, inState, random);
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(() -> SecondFactors.passkeyId(world.newcomer()), "people");
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.newcomer();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return operation.path().startsWith("/api/factors")
                ? ownFactor(operation, inState)
                : switch (verb(operation)) {
                    case "prove" -> object("method", "PASSWORD", "code", People.PASSWORD);
                    case "finish" -> finish(inState);
                    case "code" ->
                        operation.open()
                                ? object("challenge", inState ? challengeByMail() : "a challenge of nobody")
                                : object();
                    default -> object();
                };
    }

    private Object ownFactor(ApiOperation operation, boolean inState) {
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

    /** Somebody new's organisation takes codes by mail. */
    private void takeCodesByMail(boolean turnedOn) {
        Sql.run("UPDATE identity.organisation SET codes_by_mail = true WHERE id = '"
                + world.newcomer().organisationId() + "'");
        if (turnedOn) {
            Rest.post("/api/factors/mail", null, world.newcomer()).expect(200);
        }
    }

    /** Somebody new's organisation takes codes by SMS, and they have a number. */
    private void takeCodesBySms(boolean turnedOn) {
        Sql.run("UPDATE identity.organisation SET codes_by_sms = true WHERE id = '"
                + world.newcomer().organisationId() + "'");
        SecondFactors.phone(world.newcomer());
        if (turnedOn) {
            Rest.post("/api/factors/sms", null, world.newcomer()).expect(200);
        }
    }

    /** One that somebody new finishes by a code that is to be sent. */
    private String challengeByMail() {
        world.newOrganisation();
        takeCodesByMail(true);
        return SecondFactors.challenge(world.newcomer());
    }

    /** A message, the row of a session or a challenge for a moment. */
    @Override
    Set<String> notAudited() {
        return Set.of(
                "POST /api/auth/login/code",
                "POST /api/auth/login/finish",
                "POST /api/auth/login/passkey",
                "POST /api/auth/prove",
                "POST /api/auth/prove/code",
                "POST /api/auth/prove/passkey",
                "POST /api/factors/passkeys/begin");
    }
}
