package org.lanerunner.factors;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Refusal;

class PortalOriginTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080", "https://192.168.1.7:8443/", "http://[::1]:8080", "https://10.0.0.1"})
    void atAnIpAddressThereAreNoPasskeys(String address) {
        PortalOrigin origin = PortalOrigin.of(URI.create(address));
        assertEquals(
                "factors/needs-host-name",
                assertThrows(Refusal.class, origin::requireName).slug());
    }

    @Test
    void aNameIsWrittenAsBrowsersWriteIt() {
        PortalOrigin origin = PortalOrigin.of(URI.create("HTTPS://Lanes.Example:443/portal"));
        assertEquals(new PortalOrigin("https://lanes.example", "lanes.example"), origin);
        assertDoesNotThrow(origin::requireName);
    }
}
