package org.lanerunner.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many do costly work at once. A few more wait for a while; they are few since each of them holds a worker meanwhile. All others are refused at
 * once and told to come again.
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

    /** @param full the refusal where too many are running or waiting */
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
