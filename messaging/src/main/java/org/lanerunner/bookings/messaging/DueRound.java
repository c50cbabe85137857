package org.lanerunner.bookings.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.lanerunner.bookings.DueAttempts;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.Refusal;

/**
 * One kind of work that falls due. It is gone through from the item that is due longest to the latest, and then again. Each turn acts on a limited number of
 * items and looks at a limited number; the next turn goes on where it ended, so that every item has its turn whatever happens to those before it. An item
 * that failed is passed over until its next try.
 */
final class DueRound {

    private static final Logger LOG = Logger.getLogger(DueRound.class);
    private static final int ACTED_ON = 100;
    private static final int LOOKED_AT = 1000;
    private static final int PAGE = 100;

    private final String kind;
    private final BiFunction<DueItem, Integer, List<DueItem>> due;
    private final Consumer<UUID> act;
    private final DueAttempts attempts;
    private final Clock clock;
    private final AtomicInteger failing = new AtomicInteger();
    private final Set<UUID> stillDue = new HashSet<>();
    private DueItem last = DueItem.FIRST;
    private Instant began;

    /** @param kind such as {@code offer-expiry} */
    DueRound(
            String kind,
            BiFunction<DueItem, Integer, List<DueItem>> due,
            Consumer<UUID> act,
            DueAttempts attempts,
            MeterRegistry meters,
            Clock clock) {
        this.kind = kind;
        this.due = due;
        this.act = act;
        this.attempts = attempts;
        this.clock = clock;
        Gauge.builder("lanerunner.due.failing", failing, AtomicInteger::get)
                .description("How many due items failed and wait for another try")
                .tag("kind", kind)
                .register(meters);
    }

    void turn() {
        try {
            go();
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "%s could not be looked at", kind);
        }
    }

    private void go() {
        Map<UUID, Instant> nextTries = attempts.nextTries(kind);
        failing.set(nextTries.size());
        if (last == DueItem.FIRST) {
            began = clock.instant();
            stillDue.clear();
        }
        int acted = 0;
        for (int looked = 0; looked < LOOKED_AT; looked += PAGE) {
            List<DueItem> page = due.apply(last, PAGE);
            for (DueItem item : page) {
                if (acted == ACTED_ON) {
                    return;
                }
                last = item;
                stillDue.add(item.id());
                Instant nextTry = nextTries.get(item.id());
                if (nextTry == null || !clock.instant().isBefore(nextTry)) {
                    acted++;
                    act(item.id(), nextTry != null);
                }
            }
            if (page.size() < PAGE) {
                end(nextTries);
                return;
            }
        }
    }

    private void end(Map<UUID, Instant> nextTries) {
        last = DueItem.FIRST;
        if (!stillDue.containsAll(nextTries.keySet())) {
            attempts.forgetAllBut(kind, stillDue, began);
        }
    }

    private void act(UUID id, boolean again) {
        try {
            act.accept(id);
            if (again) {
                attempts.succeeded(kind, id);
            }
        } catch (Refusal no) {
            LOG.warnf("%s %s: %s", kind, id, no.slug());
            attempts.failed(kind, id, no.slug());
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "%s %s failed; it comes again", kind, id);
            attempts.failed(kind, id, "server/defect");
        } finally {
            Correlation.clear();
        }
    }
}
