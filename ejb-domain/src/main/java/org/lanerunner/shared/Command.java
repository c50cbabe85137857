package org.lanerunner.shared;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be done with an aggregate, and the states in which it may be done. An aggregate's commands are an enum, which is its table and the only place that
 * says so: each method of the aggregate that changes anything asks its row first. What a command needs beside the state stands in the method.
 */
public interface Command<S extends Enum<S>> {

    /** The states in which the command may be given. */
    Set<S> from();

    /** The thing to which it is done, such as "a load". */
    String toWhat();

    /** The slug of the refusal in this state. */
    String slug(S state);

    default boolean leaves(S state) {
        return from().contains(state);
    }

    /** Refuses a state that the row does not name. */
    default void mustLeave(S state) {
        if (!leaves(state)) {
            String possible = from().stream().sorted().map(Enum::name).collect(Collectors.joining(" or "));
            throw Refusal.conflict(
                    slug(state), "This needs " + toWhat() + " that is " + possible + "; this one is " + state + ".");
        }
    }
}
