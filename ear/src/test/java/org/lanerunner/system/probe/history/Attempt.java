package org.lanerunner.system.probe.history;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * A step that knows what it is about: what it asks of the services, what the model says of it, and what changes in the model when it is done.
 *
 * @param <T> what the service answers
 */
record Attempt<T>(Verdict verdict, Callable<T> service, Consumer<T> effect, boolean byTime) {

    /** What the model says: it can be done; it must be refused; or only the times or vehicles decide, of which it knows nothing. */
    enum Verdict {
        DONE,
        REFUSED,
        EITHER;

        static Verdict of(boolean possible) {
            return possible ? DONE : REFUSED;
        }

        Verdict unless(boolean unknown) {
            return this == DONE && unknown ? EITHER : this;
        }
    }

    static <T> Attempt<T> of(Verdict verdict, Callable<T> service, Consumer<T> effect) {
        return new Attempt<>(verdict, service, effect, false);
    }

    /** What a timer may have done meanwhile, and what may leave nothing to do. */
    static <T> Attempt<T> byTime(Callable<T> service, Runnable effect) {
        return new Attempt<>(Verdict.DONE, service, nothing -> effect.run(), true);
    }
}
