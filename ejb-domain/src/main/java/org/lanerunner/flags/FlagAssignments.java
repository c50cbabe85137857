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
 * What flags were for whom, waiting on this node to be recorded: each once, however often it is asked, and so many at most. What finds no room is noted when it is asked
 * for the next time; what is not recorded when a node stops, by whoever asks again.
 */
@ApplicationScoped
class FlagAssignments {

    static final int MOST_WAITING = 10_000;

    /** When as many are known, they are forgotten: the table tells again which are new. */
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

    /** Takes the longest waiting. */
    List<FlagAssignment> take(int most) {
        List<FlagAssignment> taken = new ArrayList<>();
        while (taken.size() < most && waiting.peek() != null) {
            taken.add(waiting.poll());
        }
        return taken;
    }

    /** They could not be recorded: whoever asks again has them noted again. */
    void forget(Collection<FlagAssignment> lost) {
        lost.forEach(assignment -> known.remove(assignment.once()));
    }
}
