package org.lanerunner.system.probe.history;

import java.util.ArrayList;
import java.util.List;

/**
 * What a step's number says of a load.
 *
 * @param price in minor units; zero for one that asks for bids
 * @param from the first of the places, and to the last
 * @param kind one way; with a delivery between; or in two legs
 */
record Plan(long price, int from, int to, Kind kind, int kilograms, boolean wholeVehicle) {

    enum Kind {
        DIRECT,
        WITH_A_STOP_BETWEEN,
        IN_TWO_LEGS
    }

    private static final int LARGE = 6_000;
    private static final int SMALL = 2_500;

    static Plan of(Step step) {
        int way = step.how() % 5;
        Kind kind = way == 3 ? Kind.WITH_A_STOP_BETWEEN : way == 4 ? Kind.IN_TWO_LEGS : Kind.DIRECT;
        boolean bids = kind == Kind.IN_TWO_LEGS || step.how() % 3 == 0;
        return new Plan(
                bids ? 0 : priceOf(step),
                way == 1 ? 1 : 0,
                way == 2 ? 1 : 2,
                kind,
                step.how() % 11 < 4 ? LARGE : SMALL,
                step.how() % 7 == 0);
    }

    static long priceOf(Step step) {
        return 10_000L * (1 + step.how() % 9);
    }

    /** Of each leg: from where, to where, with how many stops. */
    List<int[]> ways() {
        List<int[]> ways = new ArrayList<>();
        if (kind == Kind.IN_TWO_LEGS) {
            ways.add(new int[] {0, 1, 2});
            ways.add(new int[] {1, 2, 2});
        } else {
            ways.add(new int[] {from, to, kind == Kind.DIRECT ? 2 : 3});
        }
        return ways;
    }
}
