package org.lanerunner.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                            | ''             | 203.0.113.9  | true",
                "203.0.113.0/24                | ''             | 203.0.113.9  | true",
                "203.0.113.0/24                | ''             | 203.0.114.9  | false",
                "203.0.113.0/24, 198.51.100.7  | ''             | 198.51.100.7 | true",
                "203.0.113.0/24                | 203.0.113.9    | 203.0.113.9  | false",
                "203.0.113.0/24                | 203.0.113.9    | 203.0.113.8  | true",
                "''                            | 0.0.0.0/0      | 203.0.113.9  | false",
                "198.51.100.0/24               | 0.0.0.0/0      | 127.0.0.1    | true"
            })
    void deniedGoBeforeAllowedAndThisMachineBeforeBoth(String allowed, String denied, String peer, boolean may)
            throws UnknownHostException {
        assertEquals(may, new AddressRule(null, null, allowed, denied).mayAsk(InetAddress.getByName(peer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "203.0.113.0/33", "203.0.113.0/x", "::1", "300.1.1.1"})
    void whatIsNoNetworkKeepsTheServerFromStarting(String text) {
        assertThrows(IllegalArgumentException.class, () -> new AddressRule(null, null, text, ""));
    }

    @Test
    void addressesOfTheNextGenerationAreInNoNetwork() throws UnknownHostException {
        assertEquals(false, new AddressRule(null, null, "0.0.0.0/0", "").mayAsk(InetAddress.getByName("2001:db8::1")));
    }
}
