package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Walks an aggregate's table: every command in every state is carried out exactly where its row says so, and elsewhere is a conflict that changes nothing. */
public final class CommandTable {

    private CommandTable() {}

    /**
     * @param inState an aggregate in that state, which has beside it what the command needs
     * @param give gives the command; a switch over the enum, so that one added to it is not forgotten here
     * @param look all that can be seen of the aggregate
     */
    public static <C extends Enum<C> & Command<S>, S extends Enum<S>, A> void walk(
            Class<C> commands,
            Class<S> states,
            BiFunction<C, S, A> inState,
            BiConsumer<C, A> give,
            Function<A, ?> look) {
        List<String> wrong = new ArrayList<>();
        for (C command : commands.getEnumConstants()) {
            for (S state : states.getEnumConstants()) {
                A aggregate = inState.apply(command, state);
                Object before = look.apply(aggregate);
                String what = command + " in " + state;
                try {
                    give.accept(command, aggregate);
                    if (!command.leaves(state)) {
                        wrong.add(what + " is carried out");
                    }
                } catch (Refusal refusal) {
                    if (command.leaves(state)) {
                        wrong.add(what + " is refused: " + refusal.getMessage());
                    }
                    if (refusal.kind() != Refusal.Kind.CONFLICT) {
                        wrong.add(what + " is " + refusal.kind());
                    }
                    if (!before.equals(look.apply(aggregate))) {
                        wrong.add(what + " is refused, and changes something");
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Puts an aggregate into a state past its commands. */
    public static <A> A in(Enum<?> state, A aggregate) {
        try {
            Field status = aggregate.getClass().getDeclaredField("status");
            status.setAccessible(true);
            status.set(aggregate, state);
            return aggregate;
        } catch (ReflectiveOperationException otherwise) {
            throw new AssertionError(otherwise);
        }
    }
}
