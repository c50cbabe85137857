package org.lanerunner.system.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.FeaturePart;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;

/**
 * How the calls of one feature are asked rightly: by whom, about what, with which body. The thing is one in the state that the call wants, or, where that is not
 * wanted, any that was ever made.
 */
abstract class Requests implements FeaturePart {

    /** @param needed makes a thing in the state that is wanted; @param kind under which others are remembered */
    record Thing(Supplier<String> needed, String kind) {}

    final World world;

    Requests(World world) {
        this.world = world;
    }

    /** @param inState whether the thing is in the state that the call wants; else it is any of its kind */
    Attempt of(ApiOperation operation, boolean inState, Random random) {
        Attempt attempt = Attempt.at(operation, "right", address(operation, inState, random))
                .as(token(operation));
        if (operation.takesUpload()) {
            return attempt.sending(Multiparts.right(world.any("bookings", random)), Multiparts.TYPE);
        }
        Object body = operation.body() == null ? null : body(operation, inState);
        return body == null ? attempt : attempt.sending(bytes(body), "application/json");
    }

    /** Also makes what must be there before. */
    String address(ApiOperation operation, boolean inState, Random random) {
        String path = named(operation.path());
        if (!path.contains("{")) {
            return path;
        }
        Thing thing = thing(operation);
        return path.replaceFirst("\\{\\w+}", inState ? thing.needed().get() : world.any(thing.kind(), random));
    }

    /** The address with whatever of it names no thing. */
    String named(String path) {
        return path;
    }

    Thing thing(ApiOperation operation) {
        throw new AssertionError(getClass() + " does not know what is at the address of " + operation);
    }

    String token(ApiOperation operation) {
        return operation.open() ? null : asker(operation).accessToken();
    }

    Person asker(ApiOperation operation) {
        return world.carrier();
    }

    Object body(ApiOperation operation, boolean inState) {
        throw new AssertionError(getClass() + " does not know the body of " + operation);
    }

    /** Whoever asks this is signed out by it, so it is somebody whom nothing else needs. */
    boolean endsSession(ApiOperation operation) {
        return false;
    }

    /** Calls that no test can ask with success; why stands where it is said. */
    Set<String> neverTaken() {
        return Set.of();
    }

    /** Changes of which the audit has no row, since what they make, if anything, tells of itself. */
    Set<String> notAudited() {
        return Set.of();
    }

    static boolean ofAdministrators(ApiOperation operation) {
        return operation.path().startsWith("/api/admin/");
    }

    /** The last part of the address. */
    static String verb(ApiOperation operation) {
        return operation.path().substring(operation.path().lastIndexOf('/') + 1);
    }

    private static byte[] bytes(Object body) {
        try {
            return Rest.JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
