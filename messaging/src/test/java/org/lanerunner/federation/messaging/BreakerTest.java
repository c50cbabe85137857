package org.lanerunner.federation.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lanerunner.federation.ProviderRefused;
import org.lanerunner.federation.ProviderUnreachable;

class BreakerTest {

    private static final Supplier<String> DOWN = () -> {
        throw new ProviderUnreachable("down", null);
    };

    private Instant now = Instant.parse("2026-11-27T08:00:00Z");

    private final Breaker breaker = new Breaker(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void afterSomeFailuresInARowNobodyAsksForAWhileAndThenOneMoreIsEnough() {
        fail(Breaker.TOLERATED);
        assertThrows(ProviderUnreachable.class, () -> breaker.ask(() -> "there again"));
        now = now.plus(Breaker.CLOSED);
        fail(1);
        assertThrows(ProviderUnreachable.class, () -> breaker.ask(() -> "there again"));
        now = now.plus(Breaker.CLOSED).plus(Duration.ofMillis(1));
        assertEquals("there again", breaker.ask(() -> "there again"));
        fail(Breaker.TOLERATED - 1);
        assertEquals("still asked", breaker.ask(() -> "still asked"));
    }

    @Test
    void aNoIsAnAnswer() {
        for (int i = 0; i <= Breaker.TOLERATED; i++) {
            assertThrows(
                    ProviderRefused.class,
                    () -> breaker.ask(() -> {
                        throw new ProviderRefused("no such code");
                    }));
        }
        assertEquals("asked", breaker.ask(() -> "asked"));
    }

    @Test
    void someAskAtOnceAndOthersAreTold() {
        assertThrows(ProviderUnreachable.class, () -> nested(Breaker.AT_ONCE));
        now = now.plus(Breaker.CLOSED);
        assertEquals("deep", nested(Breaker.AT_ONCE - 1));
    }

    private String nested(int depth) {
        return breaker.ask(() -> depth == 0 ? "deep" : nested(depth - 1));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThrows(ProviderUnreachable.class, () -> breaker.ask(DOWN));
        }
    }
}
