package org.lanerunner.home;

import java.util.List;
import org.lanerunner.shared.Task;

/**
 * The tasks that wait for somebody.
 *
 * @param tasks the nearest deadline first, at most 50 of a kind and 200 together
 * @param totals the number of each kind that there is, counted with those that are not among the tasks
 */
public record HomeView(List<Task> tasks, List<Total> totals) {

    /** The number of tasks of one kind. */
    public record Total(String kind, long number) {}
}
