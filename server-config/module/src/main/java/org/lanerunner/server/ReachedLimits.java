package org.lanerunner.server;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Counts the front door's refusals for the application's metrics. No deployment can see this class, so the numbers are passed through the platform's MBean
 * server.
 */
public final class ReachedLimits implements ReachedLimitsMBean {

    private static final String NAME = "org.lanerunner:type=ReachedLimits";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    ReachedLimits() {}

    /** Replaces an earlier registration, since a host may start again. */
    static ReachedLimits registered() {
        ReachedLimits limits = new ReachedLimits();
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            if (beans.isRegistered(name)) {
                beans.unregisterMBean(name);
            }
            beans.registerMBean(limits, name);
        } catch (JMException broken) {
            throw new IllegalStateException(broken);
        }
        return limits;
    }

    void count(String limit) {
        counts.computeIfAbsent(limit, word -> new LongAdder()).increment();
    }

    @Override
    public long reached(String limit) {
        LongAdder count = counts.get(limit);
        return count == null ? 0 : count.sum();
    }
}
