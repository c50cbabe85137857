package org.lanerunner.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of a server that is measured: it counts what its callers ask for as any other does, and never refuses them for it. */
final class OutOfReach {

    private static final String RATE = "100000000,100000000,100000000";

    private OutOfReach() {}

    static Map<String, String> and(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        for (String kind : List.of("SIGN_INS", "READS", "WRITES", "POSITIONS")) {
            all.put("LANERUNNER_RATE_" + kind, RATE);
        }
        return all;
    }
}
