package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Random;
import org.lanerunner.system.Api;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;

/** Contested deliveries: by the two sides and by administrators. */
final class DisputeRequests extends Requests {

    DisputeRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/bookings/{id}/contest", "/api/contests", "/api/admin/contests");
    }

    @Override
    String address(ApiOperation operation, boolean inState, Random random) {
        String path = operation.path();
        if (path.contains("{documentId}")) {
            return inState ? evidence(path) : path.replaceAll("\\{\\w+}", world.any("documents", random));
        }
        return super.address(operation, inState, random);
    }

    @Override
    Thing thing(ApiOperation operation) {
        String verb = verb(operation);
        if (ofAdministrators(operation)) {
            return new Thing(
                    List.of("release", "refund").contains(verb) ? this::answeredContest : this::contestOf, "contests");
        }
        boolean begun = !operation.method().equals("POST") || !verb.equals("contest");
        return new Thing(begun ? this::contested : world::delivered, "bookings");
    }

    @Override
    Person asker(ApiOperation operation) {
        if (ofAdministrators(operation)) {
            return world.administrator();
        }
        return operation.path().matches(".*/contest(/withdraw)?") ? world.shipper() : world.carrier();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        if (ofAdministrators(operation)) {
            return object("reason", "asked for");
        }
        return switch (verb(operation)) {
            case "contest" -> object("reason", "DAMAGED", "words", "Two pallets are wet.");
            case "answer" -> object("words", "They were dry when we left.");
            default -> object();
        };
    }

    private String contested() {
        String booking = world.delivered();
        world.remember(
                "contests",
                world.parties()
                        .shipper()
                        .post("/bookings/" + booking + "/contest", object("reason", "DAMAGED", "words", "wet"))
                        .expect(201)
                        .at("/id"));
        return booking;
    }

    /** The id of a contest. */
    private String contestOf() {
        return world.parties()
                .shipper()
                .get("/bookings/" + contested() + "/contest")
                .at("/id");
    }

    /** One that an administrator can decide. */
    private String answeredContest() {
        String booking = contested();
        world.parties().carrier().post("/bookings/" + booking + "/contest/answer", object("words", "dry"));
        return world.parties()
                .carrier()
                .get("/bookings/" + booking + "/contest")
                .at("/id");
    }

    /** The address of a document that a side of a contest shows. */
    private String evidence(String path) {
        String booking = world.delivered();
        Api shipper = world.parties().shipper();
        String shown = Rest.call(
                        "POST",
                        "/api/documents",
                        Multiparts.right(booking),
                        shipper.person().accessToken(),
                        "Content-Type",
                        Multiparts.TYPE)
                .expect(201)
                .at("/id");
        String contest = shipper.post(
                        "/bookings/" + booking + "/contest",
                        object("reason", "DAMAGED", "words", "wet", "documentIds", List.of(shown)))
                .expect(201)
                .at("/id");
        return path.replace("{id}", world.remember("contests", contest)).replace("{documentId}", shown);
    }
}
