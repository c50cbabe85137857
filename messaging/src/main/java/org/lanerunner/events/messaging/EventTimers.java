package org.lanerunner.events.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.lanerunner.events.AuditSealer;
import org.lanerunner.events.DeniedCalls;
import org.lanerunner.events.EventSettings;
import org.lanerunner.events.Inbox;
import org.lanerunner.events.Partitions;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Wakes the relay for events that a crash or a broken broker left, checks that every consumer listens, makes the log's partitions in advance, seals the audit
 * and deletes old inbox entries. It runs on every node; each task is safe on many nodes at once.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "only timers call it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventTimers {

    private static final Logger LOG = Logger.getLogger(EventTimers.class);

    @Inject
    private OutboxRelay relay;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Partitions partitions;

    @Inject
    private Inbox inbox;

    @Inject
    private AuditSealer sealer;

    @Inject
    private DeniedCalls denied;

    @Inject
    private Settings settings;

    @Resource
    private TimerService timers;

    private volatile boolean exported;

    @PostConstruct
    void atStart() {
        partitions.makeAhead();
        subscriptions.tick();
        relay.wake();
        long pause =
                Duration.ofSeconds(settings.number(EventSettings.TIMER_SECONDS)).toMillis();
        timers.createIntervalTimer(pause, pause, new TimerConfig("refused calls to the audit, and its seals", false));
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "subscriptions")
    public void subscriptions() {
        subscriptions.tick();
        subscriptions.endFormer();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "replays")
    public void replays() {
        subscriptions.replay();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "relay")
    public void relay() {
        relay.wake();
    }

    /** Writes refused calls to the audit, and seals what is there. */
    @Timeout
    public void seal() {
        try {
            denied.write();
            boolean more = true;
            while (more) {
                more = sealer.sealNext();
            }
            if (!exported) {
                exported = sealer.export();
            }
        } catch (RuntimeException failure) {
            LOG.warnf("the audit could not be sealed, which is tried again: %s", failure.getMessage());
        }
    }

    @Schedule(hour = "0", minute = "5", persistent = false, info = "head of the audit")
    public void exportHead() {
        sealer.export();
    }

    @Schedule(hour = "3", minute = "15", persistent = false, info = "partitions")
    public void makePartitions() {
        partitions.makeAhead();
    }

    @Schedule(hour = "3", minute = "30", persistent = false, info = "inbox")
    public void forget() {
        inbox.forgetOld();
    }

    @Schedule(hour = "3", minute = "40", persistent = false, info = "months that fall")
    public void dropMonths() {
        subscriptions.dropMonths();
    }
}
