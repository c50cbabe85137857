package org.lanerunner.shared.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Turnstile;

/**
 * Reads that look at much data to answer with little. Together they hold less than half of the workers (six of the sixteen for each processor, most of them
 * waiting) and at most a third of the connections, so that all other calls go on.
 */
@ApplicationScoped
public class CostlyReads {

    private static final int PROCESSORS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int RETRY_AFTER_SECONDS = 2;

    @Inject
    private Settings settings;

    private Turnstile turnstile;

    @PostConstruct
    void open() {
        int atOnce = atOnce(PROCESSORS, settings.number(ServerSettings.DB_POOL_SIZE));
        turnstile = new Turnstile(atOnce, 4 * PROCESSORS, PATIENCE);
    }

    static int atOnce(int processors, int connections) {
        return Math.max(1, Math.min(2 * processors, connections / 3));
    }

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
