package org.lanerunner.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.ServerSettings;

/** A server's name is what its operator says, or its machine's and port. */
class NodeNameTest {

    private static final Ports PORTS = Ports.from(18080);

    @Test
    void givenNameIsTaken() {
        assertEquals("lanes-2.east", given("lanes-2.east").text());
    }

    @Test
    void nameThatTransactionsCouldNotCarryIsRefused() {
        for (String wrong : List.of("a name", "-a", "a.", "a/b", "a".repeat(24))) {
            LaunchFailure refused = assertThrows(LaunchFailure.class, () -> given(wrong), wrong);
            assertTrue(refused.getMessage().contains("LANERUNNER_NODE_NAME"), refused.getMessage());
        }
    }

    @Test
    void withoutOneItIsHostAndPort() {
        assertEquals("lanes-18080", NodeName.of("lanes.example.com", PORTS).text());
        assertEquals("lanerunner-18080", NodeName.of("", PORTS).text());
    }

    @Test
    void serverWithADatabaseOfItsOwnIsCalledTheSameOnEveryHost() {
        assertEquals("lanerunner-18080", given("").text());
    }

    @Test
    void ofLongHostsTheEndTellsThemApart() {
        String one = NodeName.of("lanerunner-production-7f9c6d5b4-abcde", PORTS).text();
        String other =
                NodeName.of("lanerunner-production-7f9c6d5b4-vwxyz", PORTS).text();
        assertNotEquals(one, other);
        assertEquals(one, given(one).text(), "fits");
    }

    private static NodeName given(String name) {
        return NodeName.of(
                EffectiveSettings.of(
                        DataFolder.at(Path.of("target/nowhere")),
                        Map.of(ServerSettings.NODE_NAME.environmentName(), name)),
                PORTS);
    }
}
