package org.lanerunner.analytics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.EventFeed;
import org.lanerunner.events.EventsRecorded;
import org.lanerunner.events.Outbox;

/** Measurements of the business since the node's start: loads posted, bookings, positions, money moved, and how far the outbox and the log lag. */
@ApplicationScoped
public class BusinessMetrics {

    private static final Duration LAG_KEPT = Duration.ofSeconds(5);

    private final MeterRegistry registry;
    private final Outbox outbox;
    private final EventFeed feed;
    private final Clock clock;
    private Counter loadsPosted;
    private Counter bookings;
    private Counter positions;
    private Outbox.Lag lag = new Outbox.Lag(0, Duration.ZERO);
    private Instant lagReadAt = Instant.MIN;

    BusinessMetrics() {
        this(null, null, null, null);
    }

    @Inject
    BusinessMetrics(MeterRegistry registry, Outbox outbox, EventFeed feed, Clock clock) {
        this.registry = registry;
        this.outbox = outbox;
        this.feed = feed;
        this.clock = clock;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        loadsPosted = Counter.builder("lanerunner.loads.posted")
                .description("Loads posted on the market")
                .register(registry);
        bookings = Counter.builder("lanerunner.bookings.confirmed")
                .description("Bookings confirmed")
                .register(registry);
        positions = Counter.builder("lanerunner.positions.accepted")
                .description("Positions kept; their rate is positions a second")
                .register(registry);
        registry.gauge(
                "lanerunner.outbox.messages", this, metrics -> metrics.lag().messages());
        TimeGauge.builder("lanerunner.outbox.lag", this, TimeUnit.MILLISECONDS, metrics -> metrics.lag()
                        .oldest()
                        .toMillis())
                .description("Age of the oldest event that waits to be sent")
                .register(registry);
        TimeGauge.builder("lanerunner.events.horizon.lag", this, TimeUnit.MILLISECONDS, metrics -> metrics.feed
                        .lag()
                        .toMillis())
                .description(
                        "Age of the oldest event that readers of the log wait for, since an older transaction still runs")
                .register(registry);
    }

    void recorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsRecorded recorded) {
        for (DomainEvent event : recorded.events()) {
            switch (event.type()) {
                case "load.posted" -> loadsPosted.increment();
                case "booking.confirmed" -> bookings.increment();
                case "location.reported" ->
                    positions.increment(((Number) event.data().getOrDefault("count", 0)).doubleValue());
                default -> {}
            }
        }
    }

    /** Both gauges of a scrape share one query. */
    private synchronized Outbox.Lag lag() {
        Instant now = clock.instant();
        if (lagReadAt.isBefore(now.minus(LAG_KEPT))) {
            lag = outbox.lag();
            lagReadAt = now;
        }
        return lag;
    }
}
