package org.lanerunner.live.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanerunner.live.LiveSettings;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;

class WaitingSocketsTest {

    private final Limits limits = new Limits(new SimpleMeterRegistry());
    private final WaitingSockets waiting = new WaitingSockets(new Settings() {
        @Override
        public int number(Setting setting) {
            return setting == LiveSettings.WAITING ? 5 : 2;
        }
    });
    private final List<LiveChannel> overdue = new ArrayList<>();

    @Test
    void theOldestOfAnAddressGivesWayToTheNewest() {
        LiveChannel other = channel("192.0.2.2");
        LiveChannel first = channel("192.0.2.1");
        LiveChannel second = channel("192.0.2.1");
        LiveChannel third = channel("192.0.2.1");
        assertEquals(Optional.empty(), enter(other));
        assertEquals(Optional.empty(), enter(first));
        assertEquals(Optional.empty(), enter(second));
        assertEquals(Optional.of(first), enter(third));
        waiting.leave(third);
        waiting.leave(third);
        waiting.leave(first);
        assertEquals(Optional.empty(), enter(channel("192.0.2.1")));
        assertEquals(Optional.of(second), enter(channel("192.0.2.1")));
    }

    @Test
    void theOldestOfAllGivesWayWhenThereAreTooManyTogether() {
        List<LiveChannel> five = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            five.add(channel("192.0.2." + i));
            assertEquals(Optional.empty(), enter(five.get(i - 1)));
        }
        assertEquals(Optional.of(five.get(0)), enter(channel("192.0.2.6")));
        assertEquals(Optional.of(five.get(1)), enter(channel("192.0.2.6")));
    }

    @Test
    void whoGaveWayIsNotCalledOverdue() {
        LiveChannel oldest = channel("192.0.2.1");
        enter(oldest);
        enter(channel("192.0.2.1"));
        enter(channel("192.0.2.1"));
        assertEquals(List.of(), ((HeldSocket) oldest.socket()).later);
    }

    @Test
    void whoLeavesIsNotCalledOverdue() {
        LiveChannel staying = channel("192.0.2.1");
        LiveChannel leaving = channel("192.0.2.1");
        enter(staying);
        enter(leaving);
        waiting.leave(leaving);
        for (LiveChannel channel : List.of(staying, leaving)) {
            List.copyOf(((HeldSocket) channel.socket()).later).forEach(Runnable::run);
        }
        assertEquals(List.of(staying), overdue);
    }

    private Optional<LiveChannel> enter(LiveChannel channel) {
        return waiting.enter(channel, () -> overdue.add(channel));
    }

    private LiveChannel channel(String address) {
        return new LiveChannel(new HeldSocket(address), limits, Instant.EPOCH);
    }
}
