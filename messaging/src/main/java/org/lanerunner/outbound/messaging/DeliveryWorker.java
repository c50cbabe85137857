package org.lanerunner.outbound.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.Content;
import org.lanerunner.outbound.Delivery;
import org.lanerunner.outbound.OutboundDeliveries;

/**
 * Sends what waits, one message after another. Each is claimed before and marked after the sending, in transactions of their own. Waking the worker returns
 * at once; the work is done on a thread of the server's pool, one at a time on a node. While the gateway asks nothing, since the provider can't be reached,
 * the worker waits longer and longer. When the provider has taken one message, those that waited for it go at once.
 */
public final class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Channel channel;
    private final OutboundDeliveries deliveries;
    private final Gateway gateway;
    private final Executor executor;
    private final Clock clock;
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean unreachable = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile Duration wait = FIRST_WAIT;
    private volatile Instant notBefore = Instant.MIN;

    public DeliveryWorker(
            Channel channel, OutboundDeliveries deliveries, Gateway gateway, Executor executor, Clock clock) {
        this.channel = channel;
        this.deliveries = deliveries;
        this.gateway = gateway;
        this.executor = executor;
        this.clock = clock;
    }

    /** Looks soon, on another thread, at what waits. */
    public void wake() {
        wanted.set(true);
        if (stopped || clock.instant().isBefore(notBefore) || !working.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException busy) {
            working.set(false);
            LOG.debug("no thread is free; the timer wakes the worker again", busy);
        }
    }

    public void stop() {
        stopped = true;
    }

    private void work() {
        boolean failed = false;
        try {
            wanted.set(false);
            if (sendAll() > 0) {
                wait = FIRST_WAIT;
            }
        } catch (RuntimeException failure) {
            failed = true;
            notBefore = clock.instant().plus(wait);
            LOG.warnf("messages wait by %s, the next try is in %s: %s", channel, wait, Masked.of(failure));
            LOG.debug("sending failed", failure);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        } finally {
            working.set(false);
        }
        if (wanted.get() && !failed) {
            wake();
        }
    }

    /** @return how many messages the provider took */
    int sendAll() {
        int sent = 0;
        while (!stopped) {
            Optional<Delivery> next = deliveries.claim(channel);
            if (next.isEmpty()) {
                break;
            }
            if (send(next.get())) {
                sent++;
                if (unreachable.compareAndSet(true, false)) {
                    deliveries.reachableAgain(channel);
                }
            }
        }
        return sent;
    }

    /** @return whether the provider took it; @throws FaultToleranceException while the gateway asks nothing, or when the provider takes too long */
    private boolean send(Delivery delivery) {
        if (delivery.goodUntil() != null && !clock.instant().isBefore(delivery.goodUntil())) {
            deliveries.refused(delivery, "outbound/too-late", true);
            return false;
        }
        Optional<Content> content = deliveries.content(delivery);
        if (content.isEmpty()) {
            deliveries.refused(delivery, "outbound/unreadable", true);
            return false;
        }
        String providerId;
        try {
            providerId = gateway.send(delivery, content.get());
        } catch (NotWanted no) {
            LOG.warnf("%s %s: %s", delivery.kind(), delivery.id(), no.code());
            deliveries.refused(delivery, no.code(), no.forGood());
            return false;
        } catch (Unanswered perhapsTaken) {
            LOG.warnf(
                    "%s %s: nobody knows whether it was taken, %s",
                    delivery.kind(), delivery.id(), perhapsTaken.code());
            unreachable.set(true);
            deliveries.refused(delivery, perhapsTaken.code(), delivery.refusals() > 0);
            return false;
        } catch (Unreachable nobody) {
            LOG.warnf(
                    "%s %s waits, %s: %s", delivery.kind(), delivery.id(), nobody.code(), Masked.of(nobody.getCause()));
            unreachable.set(true);
            deliveries.unreachable(delivery, nobody.code());
            return false;
        } catch (FaultToleranceException notAskedOrTooSlow) {
            unreachable.set(true);
            if (channel == Channel.SMS && notAskedOrTooSlow instanceof TimeoutException) {
                deliveries.refused(delivery, "outbound/no-answer", delivery.refusals() > 0);
            } else {
                deliveries.unreachable(delivery, "outbound/not-asked");
            }
            throw notAskedOrTooSlow;
        } catch (RuntimeException defect) {
            LOG.errorf("%s %s could not be sent: %s", delivery.kind(), delivery.id(), Masked.of(defect));
            LOG.debug("sending failed", defect);
            deliveries.refused(delivery, "server/defect", false);
            return false;
        }
        deliveries.sent(delivery, providerId);
        return true;
    }
}
