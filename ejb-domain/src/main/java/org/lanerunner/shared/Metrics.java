package org.lanerunner.shared;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.smallrye.metrics.MetricsRequestHandler;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What was measured, of the JVM and of the business: any bean injects MicroProfile's {@code MetricRegistry} and counts. Served by the API at {@code /api/metrics} in
 * Prometheus' text format. The JVM's own measurements keep the names that Micrometer gives them, on which MicroProfile Metrics stands here.
 */
@NeedsNoPermission(because = "the operator asks, by the scrape token")
@ApplicationScoped
public class Metrics {

    private static final String PATH = "/metrics";

    @Inject
    private MetricsRequestHandler handler;

    @PostConstruct
    void bind() {
        MeterRegistry registry = io.micrometer.core.instrument.Metrics.globalRegistry;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** All measurements as Prometheus reads them (text format 0.0.4). */
    public String scrape() {
        StringBuilder answer = new StringBuilder();
        try {
            handler.handleRequest(PATH, "GET", null, Map.of(), (status, text, headers) -> answer.append(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return answer.toString();
    }
}
