package org.lanerunner.tracking.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;

class WaitingSocketsTest {

    private final Limits limits = new Limits(new SimpleMeterRegistry());
    private final WaitingSockets waiting = new WaitingSockets(new Settings() {
        @Override
        public int number(Setting setting) {
            return setting == Setting.LIVE_WAITING ? 5 : 2;
        }
    });
    private final List<LiveChannel> overdue = new ArrayList<>();

    @Test
    void oneAddressHasFewOfThem() {
        LiveChannel first = channel("192.0.2.1");
        assertTrue(enters(first));
        assertTrue(enters(channel("192.0.2.1")));
        assertFalse(enters(channel("192.0.2.1")));
        assertTrue(enters(channel("192.0.2.2")));
        waiting.leave(first);
        waiting.leave(first);
        assertTrue(enters(channel("192.0.2.1")));
        assertFalse(enters(channel("192.0.2.1")));
    }

    @Test
    void allAddressesTogetherHaveFew() {
        for (int i = 1; i <= 5; i++) {
            assertTrue(enters(channel("192.0.2." + i)));
        }
        assertFalse(enters(channel("192.0.2.6")));
    }

    @Test
    void whoLeavesIsNotCalledOverdue() {
        LiveChannel staying = channel("192.0.2.1");
        LiveChannel leaving = channel("192.0.2.1");
        enters(staying);
        enters(leaving);
        waiting.leave(leaving);
        for (LiveChannel channel : List.of(staying, leaving)) {
            List.copyOf(((HeldSocket) channel.socket()).later).forEach(Runnable::run);
        }
        assertEquals(List.of(staying), overdue);
    }

    private boolean enters(LiveChannel channel) {
        return waiting.enter(channel, () -> overdue.add(channel));
    }

    private LiveChannel channel(String address) {
        return new LiveChannel(new HeldSocket(address), limits, Instant.EPOCH);
    }
}
