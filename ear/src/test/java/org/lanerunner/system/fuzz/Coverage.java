package org.lanerunner.system.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lanerunner.system.ApiOperation;

/** How often each call was answered with each status. */
final class Coverage {

    private final Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
    private int total;

    void count(ApiOperation operation, int status) {
        total++;
        counts.computeIfAbsent(operation.name(), any -> new TreeMap<>()).merge(status, 1, Integer::sum);
    }

    int total() {
        return total;
    }

    /** Calls that were never taken, or never refused. */
    List<String> missing(List<ApiOperation> operations, Set<String> neverTaken) {
        List<String> missing = new ArrayList<>();
        for (ApiOperation operation : operations) {
            Set<Integer> statuses =
                    counts.getOrDefault(operation.name(), Map.of()).keySet();
            if (!neverTaken.contains(operation.name()) && statuses.stream().noneMatch(status -> status < 300)) {
                missing.add(operation + " was never taken");
            }
            if (statuses.stream().noneMatch(status -> status >= 400)) {
                missing.add(operation + " was never refused");
            }
        }
        return missing;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((operation, statuses) ->
                text.append(operation).append(' ').append(statuses).append('\n'));
        return text.toString();
    }
}
