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

    @ParameterizedTest
    @ValueSource(ints = {0, 80, 65_001, -1})
    void portMustLeaveRoomForItsNeighbours(int port) {
        assertThrows(LaunchFailure.class, () -> Ports.from(port));
    }
}
