package org.lanerunner.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Shares a limited list between groups, so that the many good matches of the first group leave room for the best of the others. */
class InTurn {

    private InTurn() {}

    /** The best of each group, then the second best of each, and so on until the limit is reached. The chosen ones are then sorted, the best first. */
    static <T> List<T> best(List<List<T>> groups, ToIntFunction<T> score, int limit) {
        Comparator<T> bestFirst = Comparator.comparingInt(score).reversed();
        List<List<T>> ranked = groups.stream()
                .map(group -> group.stream().sorted(bestFirst).toList())
                .toList();
        int longest = ranked.stream().mapToInt(List::size).max().orElse(0);
        List<T> chosen = new ArrayList<>();
        for (int turn = 0; turn < longest && chosen.size() < limit; turn++) {
            for (List<T> group : ranked) {
                if (turn < group.size() && chosen.size() < limit) {
                    chosen.add(group.get(turn));
                }
            }
        }
        chosen.sort(bestFirst);
        return List.copyOf(chosen);
    }
}
