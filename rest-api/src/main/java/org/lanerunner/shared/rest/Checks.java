package org.lanerunner.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.lanerunner.shared.rest.SystemResource.Health;

/** The health checks of all parts. They run at most once a second, however often somebody asks, since anybody may ask and a check costs a connection. */
@ApplicationScoped
public class Checks {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private Instance<HealthCheck> checks;
    private Clock clock;
    private final Shared all = new Shared(null);
    private final Shared liveness = new Shared(Liveness.class);
    private final Shared readiness = new Shared(Readiness.class);

    Checks() {}

    @Inject
    Checks(@Any Instance<HealthCheck> checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    public Health all() {
        return all.get();
    }

    public Health liveness() {
        return liveness.get();
    }

    public Health readiness() {
        return readiness.get();
    }

    /** The last answer of one kind of check. Each kind has a lock of its own, so that liveness does not wait for a database. */
    private final class Shared {

        private final Class<? extends Annotation> kind;
        private Health last;
        private Instant until = Instant.MIN;

        Shared(Class<? extends Annotation> kind) {
            this.kind = kind;
        }

        synchronized Health get() {
            if (!clock.instant().isBefore(until)) {
                last = ask();
                until = clock.instant().plus(GOOD_FOR);
            }
            return last;
        }

        private Health ask() {
            List<Health.CheckResult> parts = checks.handlesStream()
                    .filter(handle -> kind == null
                            || handle.getBean().getQualifiers().stream().anyMatch(kind::isInstance))
                    .map(handle -> part(handle.get()))
                    .sorted(Comparator.comparing(Health.CheckResult::name))
                    .toList();
            boolean up = parts.stream().allMatch(part -> part.status().equals("UP"));
            return new Health(up ? "UP" : "DOWN", parts);
        }
    }

    private static Health.CheckResult part(HealthCheck check) {
        HealthCheckResponse response = check.call();
        return new Health.CheckResult(
                response.getName(),
                response.getStatus().name(),
                new TreeMap<>(response.getData().orElse(Map.of())));
    }
}
