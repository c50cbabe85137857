package org.lanerunner.shared;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;

/** Counts how often each {@link Limit} was reached, as {@code lanerunner.limit.reached} with the limit's word. A {@link Refusal} that names its limit is counted by itself when it is answered. */
@ApplicationScoped
public class Limits {

    private final Map<Limit, Counter> reached = new EnumMap<>(Limit.class);

    Limits() {}

    @Inject
    Limits(MeterRegistry meters) {
        for (Limit limit : Limit.values()) {
            reached.put(
                    limit,
                    Counter.builder("lanerunner.limit.reached")
                            .description("How often a limit of docs/operations/limits.md was reached")
                            .tag("limit", limit.word())
                            .register(meters));
        }
    }

    public void reached(Limit limit) {
        reached.get(limit).increment();
    }
}
