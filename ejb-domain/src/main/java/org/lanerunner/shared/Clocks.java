package org.lanerunner.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The server's clock: UTC in microseconds, which is what PostgreSQL keeps, so that a time read back equals the one written. */
@ApplicationScoped
class Clocks {

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
