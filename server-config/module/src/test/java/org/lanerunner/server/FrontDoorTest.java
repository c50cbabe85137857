package org.lanerunner.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The door before an application of one handler. */
class FrontDoorTest {

    private Undertow server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void failureOfTheApplicationIsNoFullFolderAndEndsTheRequest() throws Exception {
        HttpRequest.Builder request = to(exchange -> {
            throw new UncheckedIOException(new IOException("the application's own"));
        });
        assertEquals(500, status(request.POST(HttpRequest.BodyPublishers.ofString("{}"))));
    }

    @Test
    void headersOfOneNameAreCountedEach() throws Exception {
        HttpRequest.Builder request = to(exchange -> exchange.setStatusCode(204).endExchange());
        assertEquals(204, status(request));
        for (int i = 0; i <= HeadRules.HEADERS; i++) {
            request.header("X-Same", "1");
        }
        assertEquals(431, status(request));
    }

    private HttpRequest.Builder to(HttpHandler application) {
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setServerOption(UndertowOptions.MAX_HEADERS, 1000)
                .setHandler(new FrontDoor().wrap(application))
                .build();
        server.start();
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + "/"))
                .version(HttpClient.Version.HTTP_1_1);
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
