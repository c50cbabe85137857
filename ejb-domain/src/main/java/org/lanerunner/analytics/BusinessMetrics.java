package org.lanerunner.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.EventFeed;
import org.lanerunner.events.EventsRecorded;
import org.lanerunner.events.Outbox;

/** Measurements of the business since the node's start: loads posted, bookings, positions, money moved, and how far the outbox and the log lag. */
@ApplicationScoped
public class BusinessMetrics {

    private static final Duration LAG_KEPT = Duration.ofSeconds(5);

    private final MetricRegistry registry;
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
    BusinessMetrics(MetricRegistry registry, Outbox outbox, EventFeed feed, Clock clock) {
        this.registry = registry;
        this.outbox = outbox;
        this.feed = feed;
        this.clock = clock;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        loadsPosted = counter("lanerunner.loads.posted", "Loads posted on the market");
        bookings = counter("lanerunner.bookings.confirmed", "Bookings confirmed");
        positions = counter("lanerunner.positions.accepted", "Positions kept; their rate is positions a second");
        registry.gauge("lanerunner.outbox.messages", () -> lag().messages());
        age("lanerunner.outbox.lag", "Age of the oldest event that waits to be sent", () -> lag().oldest());
        age(
                "lanerunner.events.horizon.lag",
                "Age of the oldest event that readers of the log wait for, since an older transaction still runs",
                feed::lag);
    }

    private Counter counter(String name, String description) {
        return registry.counter(
                Metadata.builder().withName(name).withDescription(description).build());
    }

    private void age(String name, String description, Supplier<Duration> age) {
        Metadata metadata = Metadata.builder()
                .withName(name)
                .withDescription(description)
                .withUnit(MetricUnits.SECONDS)
                .build();
        registry.gauge(metadata, () -> age.get().toMillis() / 1000.0);
    }

    void recorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsRecorded recorded) {
        for (DomainEvent event : recorded.events()) {
            switch (event.type()) {
                case "load.posted" -> loadsPosted.inc();
                case "booking.confirmed" -> bookings.inc();
                case "location.reported" -> positions.inc(((Number) event.data().getOrDefault("count", 0)).longValue());
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
