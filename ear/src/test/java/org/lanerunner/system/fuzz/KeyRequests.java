package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.lanerunner.system.Answer;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Rest;

/** Keys of the carrier's programs, and tokens by them. */
final class KeyRequests extends Requests {

    KeyRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/organisations/{id}/api-keys", "/api/auth/token");
    }

    @Override
    Attempt of(ApiOperation operation, boolean inState, Random random) {
        return operation.path().equals("/api/auth/token")
                ? Attempt.at(operation, "right", operation.path())
                        .sending(
                                clientCredentials(inState).getBytes(StandardCharsets.US_ASCII),
                                "application/x-www-form-urlencoded")
                : super.of(operation, inState, random);
    }

    @Override
    String named(String path) {
        return path.contains("{keyId}") ? path.replace("{id}", carriers()) : path;
    }

    @Override
    Thing thing(ApiOperation operation) {
        return operation.path().contains("{keyId}")
                ? new Thing(this::apiKey, "keys")
                : new Thing(this::carriers, "organisations");
    }

    private String carriers() {
        return world.carrier().organisationId().toString();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return verb(operation).equals("rotate")
                ? object("overlapSeconds", 60)
                : object("name", "Fuzz", "scopes", List.of("fleet.view"));
    }

    /** The token is the row of a session. */
    @Override
    Set<String> notAudited() {
        return Set.of("POST /api/auth/token");
    }

    /** Of the carrier's: a new one while there is room, else one that there is. */
    private String apiKey() {
        Answer made = newKey();
        return made.status() == 201
                ? world.remember("keys", made.at("/key/id"))
                : Rest.get(keys(), world.carrier()).expect(200).at("/items/0/id");
    }

    /** As a form has them; of no key where it is to be refused. */
    private String clientCredentials(boolean right) {
        Answer made = right ? newKey() : null;
        boolean there = made != null && made.status() == 201;
        return "grant_type=client_credentials&client_id=" + (there ? made.at("/key/id") : "nobody") + "&client_secret="
                + (there ? made.text("secret") : "lr_none");
    }

    private Answer newKey() {
        return Rest.post(keys(), object("name", "A key", "scopes", List.of("fleet.view")), world.carrier());
    }

    private String keys() {
        return "/api/organisations/" + world.carrier().organisationId() + "/api-keys";
    }
}
