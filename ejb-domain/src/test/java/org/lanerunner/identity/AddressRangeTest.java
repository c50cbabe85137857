package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Refusal;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "127.0.0.1, ::ffff:127.0.0.1, true",
        "127.0.0.1, ::1, false",
        "127.0.0.1, localhost, false",
    })
    void aRangeHoldsWhatBeginsLikeIt(String range, String address, boolean held) {
        assertEquals(held, AddressRange.of(range, "/addresses/0").holds(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org",
                "203.0.113",
                "203.0.113.0/33",
                "203.0.113.0/-1",
                "203.0.113.0/",
                "203.0.113.0/8/8",
                "0.0.0.0/0",
                "::/0",
                "2001:db8::/129",
                "203.0.113.256",
                "3405803783",
                "a.b.c.d",
                "203.0.113.0/2x"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertEquals(
                "/addresses/3",
                assertThrows(Refusal.class, () -> AddressRange.of(text, "/addresses/3"))
                        .violations()
                        .get(0)
                        .pointer());
    }

    @Test
    void nothingIsNoRange() {
        assertThrows(Refusal.class, () -> AddressRange.of(null, "/addresses/0"));
    }
}
