package org.lanerunner.events.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.lanerunner.events.EventsRecorded;
import org.lanerunner.events.Outbox;

/**
 * Empties the outbox to the topics, bucket by bucket. Woken when a transaction that recorded events has committed, and by a timer for what a crash left; both
 * return at once, the work is done on a thread of the server's pool, one at a time on a node. While the broker can't be reached it waits longer and longer.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final TopicSender sender;
    private final Clock clock;
    private Executor executor;
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile Duration wait = FIRST_WAIT;
    private volatile Instant notBefore = Instant.MIN;

    OutboxRelay() {
        this(null, null, null);
    }

    @Inject
    OutboxRelay(Outbox outbox, TopicSender sender, Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.clock = clock;
    }

    @Resource
    void setExecutor(ManagedExecutorService executor) {
        workOn(executor);
    }

    void workOn(Executor threads) {
        executor = threads;
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsRecorded recorded) {
        wake();
    }

    /** Looks at the outbox soon, on another thread. */
    public void wake() {
        wanted.set(true);
        if (stopped || clock.instant().isBefore(notBefore) || !working.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException busy) {
            working.set(false);
            LOG.debug("no thread is free; the timer wakes the relay again", busy);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    private void work() {
        try {
            while (wanted.getAndSet(false) && !stopped) {
                while (!stopped && outbox.relayBucket(BATCH, sender) > 0) {
                    wait = FIRST_WAIT;
                }
            }
        } catch (RuntimeException failure) {
            notBefore = clock.instant().plus(wait);
            LOG.warnf("events wait in the outbox, the next try is in %s: %s", wait, rootOf(failure));
            LOG.debug("relaying failed", failure);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        } finally {
            working.set(false);
        }
        if (wanted.get()) {
            wake();
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
