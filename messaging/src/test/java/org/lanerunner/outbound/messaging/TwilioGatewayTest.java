package org.lanerunner.outbound.messaging;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.Delivery;
import org.lanerunner.outbound.SmsContent;

/** SMS over HTTP to a stand-in that answers as Twilio's documentation says; Twilio itself was not asked. */
class TwilioGatewayTest {

    private static final String PATH = "/2010-04-01/Accounts/AC01/Messages.json";
    private static final SmsContent CONTENT = new SmsContent("123456 is your code. Größe & more+");
    private static final WireMockServer PROVIDER =
            new WireMockServer(wireMockConfig().dynamicPort());

    @BeforeEach
    void empty() {
        if (!PROVIDER.isRunning()) {
            PROVIDER.start();
        }
        PROVIDER.resetAll();
    }

    @AfterAll
    static void end() {
        PROVIDER.stop();
    }

    @Test
    void aMessageIsAFormOfOneAccount() {
        answers(201, "{\"sid\": \"SM0123\", \"status\": \"queued\", \"error_code\": null}");
        Delivery delivery = delivery();
        assertEquals("SM0123", gateway("+12015550100").send(delivery, CONTENT));
        PROVIDER.verify(
                1,
                postRequestedFor(urlEqualTo(PATH))
                        .withBasicAuth(new com.github.tomakehurst.wiremock.client.BasicCredentials("SK01", "s"))
                        .withFormParam("To", equalTo("+12015550123"))
                        .withFormParam("From", equalTo("+12015550100"))
                        .withFormParam("Body", equalTo(CONTENT.text()))
                        .withFormParam("StatusCallback", equalTo("https://lanes.example/" + delivery.id())));
    }

    @Test
    void aMessagingServiceHasNumbersOfItsOwn() {
        answers(201, "{\"sid\": \"SM0123\"}");
        gateway("MG01").send(delivery(), CONTENT);
        PROVIDER.verify(1, postRequestedFor(urlEqualTo(PATH)).withFormParam("MessagingServiceSid", equalTo("MG01")));
    }

    /** What is said of the message is about it and is final; what is said of us, or "come later" to all, is about none. */
    @ParameterizedTest
    @CsvSource({
        "400, 21211, twilio/21211",
        "400, 21610, twilio/21610",
        "400, 21614, twilio/21614",
        "400, 21408, twilio/21408",
        "422, 0, twilio/http-422"
    })
    void whatItDoesNotWantIsFinal(int status, int code, String slug) {
        answers(status, "{\"code\": " + code + ", \"message\": \"no\", \"status\": " + status + "}");
        NotWanted no =
                assertThrows(NotWanted.class, () -> gateway("+12015550100").send(delivery(), CONTENT));
        assertEquals(slug, no.code());
        assertTrue(no.forGood());
    }

    @ParameterizedTest
    @CsvSource({
        "401, 20003, twilio/20003",
        "404, 20404, twilio/20404",
        "429, 20429, twilio/20429",
        "400, 21606, twilio/21606",
        "500, 0, twilio/http-500",
        "503, 0, twilio/http-503",
        "302, 0, twilio/http-302"
    })
    void whatIsNoMessagesFaultWaits(int status, int code, String slug) {
        answers(status, code == 0 ? "<html>" : "{\"code\": " + code + "}");
        Unreachable nobody =
                assertThrows(Unreachable.class, () -> gateway("+12015550100").send(delivery(), CONTENT));
        assertEquals(slug, nobody.code());
        assertFalse(nobody instanceof Unanswered);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK"})
    void whatItMayHaveTakenIsTold(Fault fault) {
        PROVIDER.stubFor(post(urlEqualTo(PATH)).willReturn(aResponse().withFault(fault)));
        assertThrows(Unanswered.class, () -> gateway("+12015550100").send(delivery(), CONTENT));
    }

    @Test
    void aGatewayInBetweenThatGivesUpTellsNothing() {
        answers(504, "");
        assertThrows(Unanswered.class, () -> gateway("+12015550100").send(delivery(), CONTENT));
    }

    @Test
    void nobodyThereIsNoMessagesFault() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        TwilioGateway gateway = gateway(URI.create("http://127.0.0.1:" + port), "+12015550100");
        Unreachable nobody = assertThrows(Unreachable.class, () -> gateway.send(delivery(), CONTENT));
        assertEquals("twilio/no-connection", nobody.code());
        assertFalse(nobody instanceof Unanswered);
    }

    private static void answers(int status, String body) {
        PROVIDER.stubFor(post(urlEqualTo(PATH))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    private static TwilioGateway gateway(String from) {
        return gateway(URI.create(PROVIDER.baseUrl()), from);
    }

    private static TwilioGateway gateway(URI url, String from) {
        return new TwilioGateway(
                new SmsAccount(url, "AC01", "SK01", "s", from), delivery -> "https://lanes.example/" + delivery);
    }

    private static Delivery delivery() {
        return new Delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Channel.SMS,
                "test/test",
                "+12015550123",
                new byte[0],
                0,
                1,
                Instant.now(),
                null);
    }
}
