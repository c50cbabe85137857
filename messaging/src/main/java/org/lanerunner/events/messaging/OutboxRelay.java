package org.lanerunner.events.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.lanerunner.events.EventsRecorded;
import org.lanerunner.events.Outbox;
import org.lanerunner.shared.Storage;

/**
 * Sends the outbox's events to the topics. The first event after a silence goes at once; while more come, each round takes what came within {@link #PAUSE},
 * since a round costs the same for one event as for many. The relay is woken when a transaction that recorded events has committed, and by a timer for what a
 * crash left. Both calls return at once; the work is done on a thread of the server's pool, one at a time on a node. While the broker can't be reached, or
 * has little room for its journal, the relay waits longer and longer.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final TopicSender sender;
    private final Storage storage;
    private final Clock clock;
    private Executor now;
    private Executor afterPause;
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile Duration wait = FIRST_WAIT;
    private volatile Instant notBefore = Instant.MIN;
    private volatile long rounds;

    OutboxRelay() {
        this(null, null, null, null);
    }

    @Inject
    OutboxRelay(Outbox outbox, TopicSender sender, Storage storage, Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.storage = storage;
        this.clock = clock;
    }

    @Resource
    void setExecutor(ManagedScheduledExecutorService executor) {
        workOn(executor, task -> executor.schedule(task, PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    void workOn(Executor now, Executor afterPause) {
        this.now = now;
        this.afterPause = afterPause;
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
            now.execute(this::work);
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
        long round = rounds + 1;
        rounds = round;
        boolean failed = false;
        wanted.set(false);
        try {
            storage.requireRoom(Storage.Place.DATA);
            int sent = BATCH;
            while (!stopped && sent == BATCH) {
                sent = outbox.relay(BATCH, sender);
                wait = FIRST_WAIT;
            }
            if (sent > 0) {
                wanted.set(true);
            }
            notBefore = wanted.get() ? clock.instant().plus(PAUSE) : Instant.MIN;
        } catch (RuntimeException failure) {
            failed = true;
            notBefore = clock.instant().plus(wait);
            LOG.warnf("events wait in the outbox, the next try is in %s: %s", wait, rootOf(failure));
            LOG.debug("relaying failed", failure);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        } finally {
            working.set(false);
        }
        if (wanted.get() && !failed) {
            pauseAfter(round);
        }
    }

    /** Nothing is locked during the pause. If the pause never ends, as in a server that was suspended, the timer's next wake ends it. */
    private void pauseAfter(long round) {
        try {
            afterPause.execute(() -> {
                if (!stopped && rounds == round && working.compareAndSet(false, true)) {
                    work();
                }
            });
        } catch (RejectedExecutionException busy) {
            LOG.debug("no thread is free; the timer wakes the relay again", busy);
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
