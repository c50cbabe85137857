package org.lanerunner.system.fuzz;

import static java.util.stream.Collectors.toSet;

import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.FeatureParts;

/** How each call is asked rightly, as the {@link Requests} of its feature know. */
final class RightRequests {

    private final FeatureParts<Requests> features;
    private final Set<String> neverTaken;
    private final Set<String> notAudited;

    RightRequests(World world) {
        features = new FeatureParts<>(Requests.class, world);
        neverTaken = union(Requests::neverTaken);
        notAudited = union(Requests::notAudited);
    }

    Set<String> neverTaken() {
        return neverTaken;
    }

    Set<String> notAudited() {
        return notAudited;
    }

    /** @param inState whether the thing is in the state that the call wants; else it is any of its kind */
    Attempt of(ApiOperation operation, boolean inState, Random random) {
        return of(operation).of(operation, inState, random);
    }

    boolean endsSession(ApiOperation operation) {
        return of(operation).endsSession(operation);
    }

    private Set<String> union(Function<Requests, Set<String>> calls) {
        return features.all().stream()
                .flatMap(each -> calls.apply(each).stream())
                .collect(toSet());
    }

    private Requests of(ApiOperation operation) {
        return features.of(operation.path())
                .orElseThrow(() -> new AssertionError("no feature's Requests know how to ask " + operation));
    }
}
