package org.lanerunner.events;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.shared.Origin;
import org.lanerunner.shared.Principal;

/** Refused calls of the last seconds, each kind once, and no more kinds than so many: what comes beyond is one kind too. */
final class DeniedGathering {

    private static final Call BEYOND =
            new Call(Principal.Kind.NOBODY, null, null, null, null, "any", 403, "audit/more-refused", null);

    /** @param principalId null for nobody known */
    record Call(
            Principal.Kind principal,
            UUID principalId,
            UUID impersonatedBy,
            UUID organisationId,
            UUID sessionId,
            String call,
            int status,
            String slug,
            Origin origin) {}

    /** How often, and which was the first. */
    record Times(Instant first, String correlationId, int times) {

        private Times more() {
            return new Times(first, correlationId, times + 1);
        }
    }

    private Map<Call, Times> gathered = new HashMap<>();

    /** @return false when it was one too many to have a row of its own */
    synchronized boolean add(Call call, Instant now, String correlationId, int most) {
        boolean fits = gathered.containsKey(call) || gathered.size() < most;
        gathered.merge(fits ? call : BEYOND, new Times(now, correlationId, 1), (known, one) -> known.more());
        return fits;
    }

    synchronized Map<Call, Times> take() {
        Map<Call, Times> taken = gathered;
        gathered = new HashMap<>();
        return taken;
    }
}
