package org.lanerunner.flags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;

/**
 * The assignments that wait on this node to be recorded: each once, however often the flag is asked, and only so many. An assignment that finds no room is
 * noted the next time the flag is asked. What is not recorded when a node stops is noted when the unit asks again.
 */
@ApplicationScoped
class FlagAssignments {

    static final int MOST_WAITING = 10_000;

    /** When so many are known, all are forgotten. The table then tells again which ones are new. */
    private static final int MOST_KNOWN = 100_000;

    private final Set<FlagAssignment.Once> known = ConcurrentHashMap.newKeySet();
    private final Queue<FlagAssignment> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    private Limits limits;

    FlagAssignments() {}

    @Inject
    FlagAssignments(Limits limits) {
        this.limits = limits;
    }

    void note(FlagAssignment assignment) {
        if (known.contains(assignment.once())) {
            return;
        }
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        if (known.add(assignment.once()) && !waiting.offer(assignment)) {
            known.remove(assignment.once());
            limits.reached(Limit.FLAG_ASSIGNMENTS);
        }
    }

    /** Takes those that have waited longest. */
    List<FlagAssignment> take(int most) {
        List<FlagAssignment> taken = new ArrayList<>();
        while (taken.size() < most && waiting.peek() != null) {
            taken.add(waiting.poll());
        }
        return taken;
    }

    /** These could not be recorded. They are noted again when the flag is asked again. */
    void forget(Collection<FlagAssignment> lost) {
        lost.forEach(assignment -> known.remove(assignment.once()));
    }
}
