package org.lanerunner.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.EventFamilies;

/** How a broker outside is named, and what it is told. */
class OutsideBrokerTest {

    @Test
    void withoutAnAddressThereIsNone() {
        assertEquals(Optional.empty(), OutsideBroker.of(settings(Map.of())));
    }

    @Test
    void addressSaysHostPortAndWhetherItIsEncrypted() {
        assertEquals(new OutsideBroker("broker.example", 61616, false), at("tcp://broker.example"));
        assertEquals(new OutsideBroker("10.0.0.7", 7000, false), at("tcp://10.0.0.7:7000"));
        assertEquals(new OutsideBroker("broker.example", 61617, true), at("ssl://broker.example"));
    }

    @Test
    void whatIsNoSuchAddressIsRefused() {
        for (String wrong : List.of(
                "broker.example:61616",
                "http://broker.example",
                "tcp://",
                "tcp://a b",
                "tcp://user:secret@broker.example",
                "tcp://broker.example?ha=true",
                "tcp://one:1,tcp://other:1")) {
            LaunchFailure refused = assertThrows(LaunchFailure.class, () -> at(wrong), wrong);
            assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
        }
    }

    @Test
    void brokerThatNobodyAnswersForIsRefused() throws IOException {
        int port;
        try (ServerSocket there = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = there.getLocalPort();
            at("tcp://127.0.0.1:" + port).requireReachable();
        }
        LaunchFailure refused = assertThrows(
                LaunchFailure.class, () -> at("tcp://127.0.0.1:" + port).requireReachable());
        assertTrue(refused.getMessage().contains("127.0.0.1:" + port), refused.getMessage());
    }

    @Test
    void everyFamilyHasATopicDeadLettersAndRightsOfTheRole() throws IOException {
        Properties told = new Properties();
        told.load(new StringReader(
                OutsideBroker.configuration(settings(Map.of("LANERUNNER_DELIVERY_ATTEMPTS", "3")), "freight")));
        assertFalse(EventFamilies.all().isEmpty());
        for (String family : EventFamilies.all()) {
            String topic = "\"" + family + ".events\"";
            assertEquals("MULTICAST", told.get("addressConfigurations." + topic + ".routingTypes"));
            assertEquals(family + ".events.dead-letters", told.get("addressSettings." + topic + ".deadLetterAddress"));
            assertEquals("3", told.get("addressSettings." + topic + ".maxDeliveryAttempts"));
            assertEquals("true", told.get("securityRoles." + topic + ".freight.createDurableQueue"));
        }
        assertFalse(told.toString().contains("%"), told::toString);
    }

    private static OutsideBroker at(String url) {
        return OutsideBroker.of(settings(Map.of("LANERUNNER_BROKER_URL", url))).orElseThrow();
    }

    private static EffectiveSettings settings(Map<String, String> environment) {
        return EffectiveSettings.of(DataFolder.at(Path.of("target/nowhere")), environment);
    }
}
