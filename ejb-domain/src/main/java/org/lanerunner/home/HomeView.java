package org.lanerunner.home;

import java.util.List;
import org.lanerunner.shared.Task;

/**
 * What waits for somebody.
 *
 * @param tasks the nearest deadline first, at most 50 of a kind and 200 together
 * @param totals of each kind that there is, how many, with those that are not among the tasks
 */
public record HomeView(List<Task> tasks, List<Total> totals) {

    /** How many there are of a kind. */
    public record Total(String kind, long number) {}
}
