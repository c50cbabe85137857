package org.lanerunner.shared;

/**
 * A rule of the business that an expert can state, and the refusal where it doesn't hold. The rules of one question are an enum. Its constants name them, and
 * they are asked in the order in which they stand, so that of several that don't hold the same one is always told.
 *
 * @param <T> what the rule is asked about
 */
public interface Rule<T> {

    boolean holds(T asked);

    /** The refusal where the rule doesn't hold. */
    Refusal refusal(T asked);

    /** Refuses with the first rule that doesn't hold. */
    static <T> void requireAll(Rule<T>[] inOrder, T asked) {
        for (Rule<T> rule : inOrder) {
            if (!rule.holds(asked)) {
                throw rule.refusal(asked);
            }
        }
    }
}
