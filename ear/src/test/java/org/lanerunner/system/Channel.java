package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of the live channel, as a page would be one. What it hears is JSON; its end is {@code {"type":"closed","code":...,"reason":...}}. */
public final class Channel implements WebSocket.Listener, AutoCloseable {

    private static final long PATIENCE_SECONDS = Eventually.LIMIT.toSeconds();

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    /** Connects without a ticket. */
    public static Channel connect(String... headers) throws Exception {
        Channel channel = new Channel();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return channel.opened(builder, TestServer.address());
    }

    /** Of a client that trusts the server's authority. */
    static Channel connect(HttpClient client, URI server, String origin) throws Exception {
        return new Channel().opened(client.newWebSocketBuilder().header("Origin", origin), server);
    }

    private Channel opened(WebSocket.Builder builder, URI server) throws Exception {
        URI address = URI.create(server.toString().replaceFirst("^http", "ws") + "/ws/live");
        socket = builder.buildAsync(address, this).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    static Channel of(Person person) throws Exception {
        Channel channel = connect();
        channel.say(object("ticket", ticket(person)));
        channel.await("ready");
        return channel;
    }

    /** As a page does that was sent away: it comes again until it is let in. */
    static Channel onceLetIn(Callable<Channel> page) {
        return Eventually.get(
                () -> {
                    try {
                        return page.call();
                    } catch (IOException | ExecutionException | AssertionError sentAway) {
                        return null;
                    }
                },
                Objects::nonNull);
    }

    static String ticket(Person person) {
        return Rest.post("/api/live/tickets", null, person).expect(200).text("ticket");
    }

    public void say(Object message) throws Exception {
        String text = message instanceof String plain ? plain : Rest.JSON.writeValueAsString(message);
        socket.sendText(text, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    WebSocket socket() {
        return socket;
    }

    /** The next message of this type; others before it are passed over. */
    public JsonNode await(String type) throws InterruptedException {
        return await(message -> message.path("type").asText().equals(type));
    }

    JsonNode awaitEvent(String type) throws InterruptedException {
        return await(message -> message.at("/event/type").asText().equals("lanerunner." + type + ".v1"));
    }

    public JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            JsonNode message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the live channel said nothing more");
            }
            if (wanted.test(message)) {
                return message;
            }
            if (message.path("type").asText().equals("closed")) {
                throw new AssertionError("the live channel was closed: " + message);
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                heard.add(Rest.JSON.readTree(part.toString()));
            } catch (JsonProcessingException noJson) {
                heard.add(Rest.JSON.createObjectNode().put("type", "no JSON"));
            }
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        heard.add(Rest.JSON
                .createObjectNode()
                .put("type", "closed")
                .put("code", statusCode)
                .put("reason", reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        heard.add(Rest.JSON
                .createObjectNode()
                .put("type", "closed")
                .put("code", 0)
                .put("reason", String.valueOf(error)));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
