package org.lanerunner.federation.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.lanerunner.federation.ProviderRefused;
import org.lanerunner.federation.ProviderUnreachable;

/**
 * Keeps the trouble of one provider away from the rest. Only some questions run at once, so that a slow provider does not take all of the server's threads.
 * After some failures in a row nothing is asked for a while; after that pause one more failure is enough for the next. A provider's refusal is an answer and
 * no failure.
 */
final class Breaker {

    static final int AT_ONCE = 8;
    static final int TOLERATED = 3;
    static final Duration CLOSED = Duration.ofSeconds(5);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Clock clock;
    private int failures;
    private Instant notBefore = Instant.MIN;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** @throws ProviderUnreachable at once during a pause or with too many questions running; also whatever the question throws */
    String ask(Supplier<String> question) {
        if (isClosed() || !places.tryAcquire()) {
            throw new ProviderUnreachable("nobody asks it at this moment", null);
        }
        try {
            String answer = question.get();
            answered();
            return answer;
        } catch (ProviderRefused no) {
            answered();
            throw no;
        } catch (RuntimeException failure) {
            failed();
            throw failure;
        } finally {
            places.release();
        }
    }

    private synchronized boolean isClosed() {
        return clock.instant().isBefore(notBefore);
    }

    private synchronized void answered() {
        failures = 0;
    }

    private synchronized void failed() {
        failures++;
        if (failures >= TOLERATED) {
            notBefore = clock.instant().plus(CLOSED);
        }
    }
}
