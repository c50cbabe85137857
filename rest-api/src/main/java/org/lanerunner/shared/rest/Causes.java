package org.lanerunner.shared.rest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A failure and everything below it, outermost first: its causes, and the suppressed exceptions, since JTA puts the reason of a failed commit there. */
final class Causes {

    private static final int MOST = 40;

    private Causes() {}

    static List<Throwable> of(Throwable failure) {
        List<Throwable> found = new ArrayList<>();
        Deque<Throwable> left = new ArrayDeque<>();
        for (Throwable next = failure; next != null && found.size() < MOST; next = left.poll()) {
            found.add(next);
            if (next.getCause() != null) {
                left.add(next.getCause());
            }
            left.addAll(List.of(next.getSuppressed()));
        }
        return found;
    }
}
