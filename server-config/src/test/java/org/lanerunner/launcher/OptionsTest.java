package org.lanerunner.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void valuesMayFollowOrBeJoined() {
        Options options = Options.parse(new String[] {"demo", "--port=9000", "--trace", "a b.gpx", "--exit"});
        assertEquals("demo", options.command());
        assertEquals("9000", options.value("port", ""));
        assertEquals("a b.gpx", options.value("trace", ""));
        assertTrue(options.has("exit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start --exit", "start --prot 1", "stop --port", "logs --yes"})
    void optionThatTheCommandDoesNotHaveIsRefused(String line) {
        assertThrows(LaunchFailure.class, () -> Options.parse(line.split(" ")));
    }

    @Test
    void pathThatIsNoneIsRefused() {
        Options options = Options.parse(new String[] {"start", "--data", "a\0b"});
        assertThrows(LaunchFailure.class, () -> options.data(java.nio.file.Path.of("/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "::1", "[::1]", "fe80::1", "192.0.2.1", "no such host"})
    void addressesThatTheServerCanNotListenOnAreRefused(String bind) {
        assertThrows(LaunchFailure.class, () -> ServerProcess.addressOf(bind, 8080));
    }

    @Test
    void serverIsAskedAtTheAddressItListensOn() {
        assertEquals(
                "http://127.0.0.1:8080",
                ServerProcess.addressOf("0.0.0.0", 8080).toString());
        assertEquals(
                "http://127.0.0.1:8080",
                ServerProcess.addressOf("localhost", 8080).toString());
    }

    @Test
    void whatNobodyForesawIsAMessageToo() {
        var unforeseen = new java.io.UncheckedIOException(new java.nio.file.AccessDeniedException("/data/run"));
        assertEquals("That did not work: access denied: /data/run", Main.said(unforeseen));
        assertEquals("That did not work: illegal state", Main.said(new IllegalStateException()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 80, 65_001, -1})
    void portMustLeaveRoomForItsNeighbours(int port) {
        assertThrows(LaunchFailure.class, () -> Ports.from(port));
    }
}
