package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @Test
    void holdsWhatHasItsFirstBits() {
        Network network = Network.of("203.0.113.64/26").orElseThrow();
        assertTrue(network.contains("203.0.113.64") && network.contains("203.0.113.127"));
        assertFalse(network.contains("203.0.113.63") || network.contains("203.0.113.128"));
        assertFalse(network.contains("203.0.113.64/27") || network.contains("fe80::1") || network.contains(null));
        assertEquals("203.0.113.64/26", network.toString());
    }

    @Test
    void allAndOneAreNetworks() {
        assertTrue(Network.of("0.0.0.0/0").orElseThrow().contains("255.255.255.255"));
        assertEquals(
                "198.51.100.7/32", Network.of(" 198.51.100.7 ").orElseThrow().toString());
        assertTrue(Network.of("255.255.255.255").orElseThrow().contains("255.255.255.255"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.4/33",
                "1.2.3.4/24",
                "1.2.3.4/",
                "a.b.c.d",
                "1.2.3.4.5",
                "::1",
                "1.2.3.4 /8"
            })
    void othersAreNone(String text) {
        assertEquals(Optional.empty(), Network.of(text));
    }
}
