package org.lanerunner.home;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Task;
import org.lanerunner.shared.Waiting;
import org.lanerunner.shared.WaitsFor;

/** The tasks that wait for the caller, as all features tell them. However many there are of a kind, the most urgent ones are shown. */
@Stateless
public class Home {

    private static final int MOST_OF_A_KIND = 50;
    private static final int MOST = 200;

    /** The nearest deadline comes first. Of equal ones, tasks about nothing that exists yet, such as to post the first load, come last. */
    private static final Comparator<Task> BY_URGENCY = comparing(Task::deadline, nullsLast(naturalOrder()))
            .thenComparing(task -> task.subject() == null)
            .thenComparing(Task::kind);

    @Inject
    @Any
    private Instance<WaitsFor> features;

    @Inject
    private Clock clock;

    /** The tasks, the nearest deadline first, those without one last. */
    @NeedsNoPermission(
            because = "each feature tells what waits for this caller, and asks for the permission of each kind of task")
    public HomeView view(Caller caller) {
        Instant now = clock.instant();
        return view(features.stream()
                .flatMap(feature -> feature.waiting(caller, now, MOST_OF_A_KIND).stream())
                .toList());
    }

    static HomeView view(List<Waiting> waiting) {
        Map<String, Long> totals = new TreeMap<>();
        waiting.forEach(each -> totals.put(each.task().kind(), each.ofItsKind()));
        return new HomeView(
                waiting.stream()
                        .map(Waiting::task)
                        .sorted(BY_URGENCY)
                        .limit(MOST)
                        .toList(),
                totals.entrySet().stream()
                        .map(kind -> new HomeView.Total(kind.getKey(), kind.getValue()))
                        .toList());
    }
}
