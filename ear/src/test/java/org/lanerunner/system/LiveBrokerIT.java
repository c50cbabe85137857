package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.io.IOException;
import java.net.InetAddress;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

/** The live channel while its server and the broker lose each other. */
@SystemTest
class LiveBrokerIT {

    /** Nobody tells them what happens meanwhile, so they come again and read it. */
    @Test
    void whoFollowsIsSentAwayWhenNothingIsHeardAndIsToldAgainAfterwards() throws Exception {
        Parties parties = new Parties();
        try (Channel before = Channel.of(parties.shipper().person())) {
            closeConnectionsTo("jms.topic.load.events");
            assertEquals(1013, before.await("closed").path("code").asInt());
        }
        try (Channel after =
                Channel.onceLetIn(() -> Channel.of(parties.shipper().person()))) {
            after.say(object("subscribe", "organisation"));
            after.await("subscribed");
            parties.postLoad("900");
            after.awaitEvent("load.posted");
        }
    }

    /** As a broker does that goes away: whoever has a consumer there learns that its connection is gone. */
    private static void closeConnectionsTo(String address) throws IOException {
        ModelNode operation = new ModelNode();
        operation.get("operation").set("close-consumer-connections-for-address");
        operation.get("address").add("subsystem", "messaging-activemq").add("server", "default");
        operation.get("address-match").set(address);
        try (ModelControllerClient server = ModelControllerClient.Factory.create(
                InetAddress.getLoopbackAddress(), Integer.getInteger("test.server.management.port"))) {
            ModelNode answer = server.execute(operation);
            assertTrue(answer.get("result").asBoolean(), answer.toString());
        }
    }
}
