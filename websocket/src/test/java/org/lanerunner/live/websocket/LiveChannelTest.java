package org.lanerunner.live.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.matching.MarketInterest;
import org.lanerunner.matching.MarketSide;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Refusal;

class LiveChannelTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final HeldSocket socket = new HeldSocket("192.0.2.1");
    private final LiveChannel channel = new LiveChannel(socket, new Limits(meters), NOW);

    @Test
    void aPeerThatTakesNothingIsCutOffRatherThanKeptInMemory() {
        for (int i = 0; i < 257; i++) {
            channel.send("x", NOW);
            assertNull(socket.reason);
        }
        channel.send("x", NOW);
        assertEquals("live/too-slow", socket.reason.getReasonPhrase());
        channel.send("x", NOW);
        assertTrue(channel.isClosed());
        assertEquals(1, reached("push"));
    }

    @Test
    void aPeerThatTakesOneMessageForTooLongIsCutOff() {
        channel.send("x", NOW);
        channel.probe(NOW.plusSeconds(30));
        assertNull(socket.reason);
        channel.probe(NOW.plusSeconds(31));
        assertEquals("live/too-slow", socket.reason.getReasonPhrase());
    }

    @Test
    void sixtyMessagesInTenSecondsAreEnough() {
        for (int i = 0; i < 60; i++) {
            assertTrue(channel.hears(NOW));
        }
        assertFalse(channel.hears(NOW.plusSeconds(10)));
        assertTrue(channel.hears(NOW.plusSeconds(11)));
    }

    @Test
    void aChannelFollowsTenListsOfTheMarket() {
        for (Equipment equipment : Equipment.values()) {
            channel.follow(list(equipment));
        }
        channel.follow(list(null));
        channel.follow(list(Equipment.REEFER));
        MarketInterest trips = new MarketInterest(MarketSide.TRIPS, null, null, null, List.of());
        Refusal refusal = assertThrows(Refusal.class, () -> channel.follow(trips));
        assertEquals("live/too-many-subscriptions", refusal.slug());
        channel.forgetMarket(list(null).key());
        channel.follow(trips);
        assertEquals(10, channel.market().size());
    }

    private static MarketInterest list(Equipment equipment) {
        return new MarketInterest(MarketSide.LOADS, equipment, null, null, List.of());
    }

    @Test
    void aChannelFollowsAHundredBookings() {
        UUID first = UUID.randomUUID();
        channel.follow(first);
        for (int i = 1; i < 100; i++) {
            channel.follow(UUID.randomUUID());
        }
        channel.follow(first);
        Refusal refusal = assertThrows(Refusal.class, () -> channel.follow(UUID.randomUUID()));
        assertEquals(Optional.of(Limit.SUBSCRIPTION), refusal.limit());
        channel.forget(first);
        channel.follow(UUID.randomUUID());
    }

    @Test
    void anEndIsCountedOnce() {
        channel.close(LiveRefusal.TOO_LARGE);
        channel.close(LiveRefusal.TOO_LARGE);
        assertEquals(1, reached("message"));
    }

    private double reached(String limit) {
        return meters.get("lanerunner.limit.reached")
                .tag("limit", limit)
                .functionCounter()
                .count();
    }
}
