package org.lanerunner.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;

/** Who sits at this machine reads what links open accounts: nobody else may be taken for them. */
class ThisMachineTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "127.0.0.1, true",
        "[::1], true",
        "127.9.8.7, true",
        "LOCALHOST, true",
        "evil.example, false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example, false",
        "10.0.0.1, false"
    })
    void isAskedByItsOwnNameOnly(String host, boolean here) {
        assertEquals(here, machine("").asks(request(host, "127.0.0.1", "HTTP/1.1", Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "x-forwarded-anything", "Via", "Forwarded", "X-Real-IP"})
    void isNotWhoIsBehindAProxy(String header) {
        assertFalse(machine("").asks(request("127.0.0.1", "127.0.0.1", "HTTP/1.1", Map.of(header, "x"))));
    }

    @Test
    void isNotBehindAPlainProxyEither() {
        assertFalse(machine("").asks(request("127.0.0.1", "127.0.0.1", "HTTP/1.0", Map.of())));
        assertFalse(machine("https://lanes.example.com")
                .asksInDemo(request("127.0.0.1", "127.0.0.1", "HTTP/1.1", Map.of())));
        assertTrue(
                machine("http://localhost:8080").asksInDemo(request("127.0.0.1", "127.0.0.1", "HTTP/1.1", Map.of())));
        assertFalse(machine("").asks(request("127.0.0.1", "10.0.0.9", "HTTP/1.1", Map.of())));
    }

    private static ThisMachine machine(String publicUrl) {
        return new ThisMachine(new Settings() {
            @Override
            public String text(Setting setting) {
                return setting == ServerSettings.PUBLIC_URL ? publicUrl : setting.defaultValue();
            }
        });
    }

    private static HttpServletRequest request(String host, String from, String protocol, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ThisMachineTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, given) -> switch (method.getName()) {
                    case "getServerName" -> host;
                    case "getRemoteAddr" -> from;
                    case "getProtocol" -> protocol;
                    case "getHeader" -> headers.get((String) given[0]);
                    case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                    default -> throw new AssertionError(method);
                });
    }
}
