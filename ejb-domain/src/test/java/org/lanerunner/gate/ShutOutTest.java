package org.lanerunner.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Network;

class ShutOutTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @Test
    void whoeverComesFromADeniedNetworkIsShutOutUnlessItIsAllowed() {
        ShutOut some = rules(deny("203.0.113.0/24", null), allow("203.0.113.7"));
        assertTrue(some.holds("203.0.113.8", NOW));
        assertFalse(some.holds("203.0.113.7", NOW));
        assertFalse(some.holds("198.51.100.1", NOW));
        ShutOut all = rules(deny("0.0.0.0/0", null), allow("203.0.113.0/28"));
        assertEquals(
                "false true false true",
                all.holds("203.0.113.15", NOW) + " " + all.holds("203.0.113.16", NOW) + " "
                        + all.holds("127.0.0.1", NOW) + " " + all.holds("10.0.0.1", NOW));
    }

    @Test
    void ruleWhoseTimeIsOverDoesNothing() {
        ShutOut some = rules(deny("203.0.113.0/24", NOW.plusSeconds(1)));
        assertTrue(some.holds("203.0.113.8", NOW));
        assertFalse(some.holds("203.0.113.8", NOW.plusSeconds(1)));
    }

    @Test
    void whoIsLetInForAWhileOnlyWillBeShutOut() {
        Instant tomorrow = NOW.plusSeconds(86_400);
        ShutOut.Rule office = new ShutOut.Rule(Network.of("203.0.113.7").orElseThrow(), NetworkEffect.ALLOW, tomorrow);
        assertTrue(rules(deny("0.0.0.0/0", null), office).willHold("203.0.113.7", NOW));
        assertFalse(rules(deny("0.0.0.0/0", null), office).holds("203.0.113.7", NOW));
        assertFalse(rules(deny("0.0.0.0/0", tomorrow), office).willHold("203.0.113.7", NOW));
        assertFalse(rules(deny("0.0.0.0/0", null), allow("203.0.113.7")).willHold("203.0.113.7", NOW));
    }

    private static ShutOut rules(ShutOut.Rule... rules) {
        return new ShutOut(Arrays.asList(rules));
    }

    private static ShutOut.Rule deny(String network, Instant until) {
        return new ShutOut.Rule(Network.of(network).orElseThrow(), NetworkEffect.DENY, until);
    }

    private static ShutOut.Rule allow(String network) {
        return new ShutOut.Rule(Network.of(network).orElseThrow(), NetworkEffect.ALLOW, null);
    }
}
