package org.lanerunner.system.probe.history;

import java.util.List;

/**
 * One step of a history, in words that mean something whatever happened before, so that a history from which steps are taken away is one still.
 *
 * @param who usually the party whose part it is; one of the others where this says so
 * @param what which of the loads, offers, trips or bookings that are there
 * @param how price, size, way, time and the like
 */
public record Step(Act act, int who, int what, int how) {

    private static final int ODD_ONE_IN = 8;

    static List<Step> parse(List<String> lines) {
        return lines.stream().map(Step::parse).toList();
    }

    private static Step parse(String line) {
        String[] words = line.split(" ");
        return new Step(
                Act.valueOf(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]));
    }

    /** Done by whoever it is, and to whatever thing, rather than by and to the fitting ones. */
    boolean odd() {
        return who % ODD_ONE_IN == ODD_ONE_IN - 1;
    }

    @Override
    public String toString() {
        return act + " " + who + " " + what + " " + how;
    }
}
