package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Logins;
import org.lanerunner.system.Person;

/** Accounts elsewhere: by somebody new each time, since what is linked to one stays. Those who come back are known by the key of their device. */
final class FederationRequests extends Requests {

    FederationRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/auth/logins", "/api/auth/providers");
    }

    @Override
    Attempt of(ApiOperation operation, boolean inState, Random random) {
        return super.of(operation, inState, random).with("Device-Key", Logins.DEVICE);
    }

    @Override
    String address(ApiOperation operation, boolean inState, Random random) {
        if (inState && ofOwn(operation)) {
            world.newOrganisation();
        }
        return super.address(operation, inState, random);
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(() -> Logins.linkedId(world.newcomer()), "people");
    }

    @Override
    Person asker(ApiOperation operation) {
        return ofOwn(operation) ? world.newcomer() : world.carrier();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return logins(operation.path(), inState);
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

    private static boolean ofOwn(ApiOperation operation) {
        return operation.path().startsWith("/api/auth/logins");
    }

    @Override
    Set<String> notAudited() {
        return Set.of(
                "POST /api/auth/logins/begin", "POST /api/auth/providers/begin", "POST /api/auth/providers/finish");
    }
}
