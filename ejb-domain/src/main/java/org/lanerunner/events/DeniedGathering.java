package org.lanerunner.events;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Origin;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Tried;

/**
 * The refused calls of the last seconds, each kind once, and at most so many kinds. Nobody's refusals hide another's: where there is no room, the caller with
 * the most kinds gives one up, which goes on in a row that only counts. Strangers, told apart by their address, have only half of the room, so that those who
 * signed in keep theirs.
 */
final class DeniedGathering {

    private static final String MORE = "audit/more-refused";
    private static final Call BEYOND =
            new Call(Principal.Kind.NOBODY, null, null, null, null, "any", 403, MORE, null, null);

    /** The one whose refusals are counted together: a person or key, or else an address. */
    private record Who(boolean known, Object id) {

        static Who of(Call call) {
            return call.principalId() == null
                    ? new Who(false, call.origin() == null ? "" : call.origin().address())
                    : new Who(true, call.principalId());
        }
    }

    /** @param principalId null where the caller is not known; @param tried null unless the call was to get into an account */
    record Call(
            Principal.Kind principal,
            UUID principalId,
            UUID impersonatedBy,
            UUID organisationId,
            UUID sessionId,
            String call,
            int status,
            String slug,
            Origin origin,
            Tried tried) {

        /** The row that counts all other refusals of the same caller. */
        private Call more() {
            Origin from = principalId != null || origin == null ? null : new Origin(origin.address(), null);
            return new Call(principal, principalId, impersonatedBy, organisationId, null, "any", 403, MORE, from, null);
        }
    }

    /** How often it was refused, and the first time. */
    record Times(Instant first, String correlationId, int times) {

        private Times and(Times others) {
            return new Times(first, correlationId, times + others.times());
        }
    }

    private Map<Who, Map<Call, Times>> gathered = new HashMap<>();
    private Times beyond;

    /** @return false when there was no room for a row of its own */
    synchronized boolean add(Call call, Instant now, String correlationId, int most) {
        Who who = Who.of(call);
        Times once = new Times(now, correlationId, 1);
        Map<Call, Times> own = gathered.getOrDefault(who, Map.of());
        boolean fits = own.containsKey(call) || rows(who.known()) < most / 2 || makesRoom(who.known(), own.size());
        if (fits || !own.isEmpty()) {
            merge(who, fits ? call : call.more(), once);
        } else {
            beyond = beyond == null ? once : beyond.and(once);
        }
        return fits;
    }

    /** Finds room: somebody has so many rows that some of them can go on in the row that counts the rest. */
    private boolean makesRoom(boolean known, int newcomerHas) {
        Optional<Map.Entry<Who, Map<Call, Times>>> greediest = gathered.entrySet().stream()
                .filter(each -> each.getKey().known() == known)
                .max(Comparator.comparingInt(each -> each.getValue().size()))
                .filter(each -> each.getValue().size() > newcomerHas + 2);
        return greediest.isPresent()
                && hasFewerNow(greediest.get().getKey(), greediest.get().getValue());
    }

    private boolean hasFewerNow(Who who, Map<Call, Times> rows) {
        int before = rows.size();
        List<Call> given =
                rows.keySet().stream().filter(call -> !call.slug().equals(MORE)).toList();
        for (Call call : given) {
            merge(who, call.more(), rows.remove(call));
            if (rows.size() < before) {
                return true;
            }
        }
        return false;
    }

    private void merge(Who who, Call call, Times times) {
        gathered.computeIfAbsent(who, first -> new LinkedHashMap<>()).merge(call, times, Times::and);
    }

    private int rows(boolean known) {
        return gathered.entrySet().stream()
                .filter(each -> each.getKey().known() == known)
                .mapToInt(each -> each.getValue().size())
                .sum();
    }

    synchronized Map<Call, Times> take() {
        Map<Call, Times> taken = new LinkedHashMap<>();
        gathered.values().forEach(taken::putAll);
        if (beyond != null) {
            taken.put(BEYOND, beyond);
        }
        gathered = new HashMap<>();
        beyond = null;
        return taken;
    }
}
