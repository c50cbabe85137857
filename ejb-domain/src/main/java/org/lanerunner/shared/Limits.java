package org.lanerunner.shared;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Counts how often each {@link Limit} was reached, as {@code lanerunner.limit.reached} with the limit's word. A {@link Refusal} that names its limit is counted
 * when it is answered. Requests that never reached the application are counted by the server's front door, which is asked if it is there.
 */
@NeedsNoPermission(because = "it counts what is refused")
@ApplicationScoped
public class Limits {

    private static final String FRONT_DOOR = "org.lanerunner:type=ReachedLimits";

    private final Map<Limit, LongAdder> reached = new EnumMap<>(Limit.class);

    Limits() {}

    @Inject
    public Limits(MeterRegistry meters) {
        for (Limit limit : Limit.values()) {
            reached.put(limit, new LongAdder());
            FunctionCounter.builder("lanerunner.limit.reached", this, limits -> limits.count(limit))
                    .description("How often a limit of docs/operations/limits.md was reached")
                    .tag("limit", limit.word())
                    .register(meters);
        }
    }

    /** Makes this bean at the application's start, so that requests refused at the front door show in the metrics from then on. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {}

    public void reached(Limit limit) {
        reached.get(limit).increment();
    }

    private double count(Limit limit) {
        return reached.get(limit).sum() + atTheDoor(limit);
    }

    private static long atTheDoor(Limit limit) {
        try {
            return (Long) ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(FRONT_DOOR), "reached", new Object[] {limit.word()}, new String[] {
                        String.class.getName()
                    });
        } catch (JMException notThere) {
            return 0;
        }
    }
}
