package org.lanerunner.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many do at once what costs much. Some more wait for a while, and each of them holds a worker meanwhile, which is why they are few; whoever comes when
 * these wait already is told to come again, at once.
 */
public final class Turnstile {

    private final Semaphore running;
    private final Semaphore admitted;
    private final Duration patience;

    public Turnstile(int atOnce, int waiting, Duration patience) {
        running = new Semaphore(atOnce, true);
        admitted = new Semaphore(atOnce + waiting);
        this.patience = patience;
    }

    int waiting() {
        return running.getQueueLength();
    }

    /** @param full says why not, where too many are before */
    public <T> T pass(Supplier<T> work, Supplier<Refusal> full) {
        if (!admitted.tryAcquire()) {
            throw full.get();
        }
        try {
            if (!running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw full.get();
            }
            try {
                return work.get();
            } finally {
                running.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw full.get();
        } finally {
            admitted.release();
        }
    }
}
