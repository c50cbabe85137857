package org.lanerunner.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Turnstile;

/** Reads that look at much to answer a little. Together they hold less than half of the workers and of the connections, so that whatever else is asked goes on. */
@ApplicationScoped
public class CostlyReads {

    private static final int PROCESSORS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Turnstile turnstile = new Turnstile(2 * PROCESSORS, 4 * PROCESSORS, PATIENCE);

    public <T> T read(Supplier<T> read) {
        return turnstile.pass(read, CostlyReads::busy);
    }

    private static Refusal busy() {
        return new Refusal(
                        Refusal.Kind.UNAVAILABLE,
                        "server/busy",
                        "Too many ask for something costly at this moment; try again shortly.")
                .beyond(Limit.COSTLY_READS)
                .retryAfter(RETRY_AFTER_SECONDS);
    }
}
