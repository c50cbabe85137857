package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Several relays on one database and the server's own broker. */
@SystemTest
class OutboxRelayIT {

    @Deployment(testable = false)
    static WebArchive probe() {
        return ProbeArchive.named("relay-probe.war");
    }

    @Test
    void whatNoConsumerCanTakeBecomesADeadLetter() throws Exception {
        assertEquals("notifications-notices-load", ask("dead-letters?places=1"));
    }

    @Test
    void twoRelaysOneOfThemKilledBetweenSendAndMarkLoseDoubleAndReorderNothing() throws Exception {
        JsonNode seen = new ObjectMapper().readTree(ask("two-relays"));
        assertEquals(seen.get("expected"), seen.get("received"), seen.toString());
        assertEquals(seen.get("expected"), seen.get("distinct"), seen.toString());
        assertEquals(0, seen.get("outOfOrder").asInt(), seen.toString());
        assertEquals(3, seen.get("batchesOfKilled").asInt(), seen.toString());
        assertTrue(seen.get("batchesOfOther").asInt() > 3, seen.toString());
    }

    private static String ask(String probe) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.address() + "/relay-probe/" + probe))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }
}
