package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.lanerunner.launcher.LaunchFailure;

/** The live channel as a person's portal has it open. What is pushed about one booking is told line by line and counted. */
final class LiveView implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<String> told;
    private final StringBuilder message = new StringBuilder();
    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final Set<String> events = ConcurrentHashMap.newKeySet();
    private final AtomicInteger positions = new AtomicInteger();
    private WebSocket socket;
    private volatile String ended = "";

    private LiveView(Consumer<String> told) {
        this.told = told;
    }

    /** Opens it with that person's ticket; returns when the subscriptions are confirmed. */
    static LiveView open(Person person, String bookingId, Consumer<String> told) {
        LiveView view = new LiveView(told);
        String ticket =
                person.api().post("/api/live/tickets", null).path("ticket").asText();
        URI server = person.api().server();
        try {
            view.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Origin", server.toString())
                    .connectTimeout(Duration.ofSeconds(30))
                    .buildAsync(URI.create("ws://" + server.getAuthority() + "/ws/live"), view)
                    .join();
        } catch (CompletionException refused) {
            throw new LaunchFailure("The live channel can't be opened: " + refused.getCause(), refused);
        }
        view.say(Map.of("ticket", ticket), "ready");
        view.say(Map.of("subscribe", "organisation"), "subscribed");
        view.answers.clear();
        view.say(Map.of("subscribe", "booking", "id", bookingId), "subscribed");
        return view;
    }

    private void say(Map<String, String> words, String answer) {
        try {
            socket.sendText(JSON.writeValueAsString(words), true).join();
        } catch (IOException | CompletionException broken) {
            throw new LaunchFailure("The live channel broke: " + broken.getMessage(), broken);
        }
        Wait.until("\"" + answer + "\" on the live channel" + ended, () -> answers, all -> all.contains(answer));
    }

    /** Waits until an event of that type, such as {@code booking.arrived}, was pushed. */
    void await(String type) {
        Wait.until(
                "the event " + type + " on the live channel" + ended,
                () -> events,
                all -> all.contains("lanerunner." + type + ".v1"));
    }

    /** Waits until a position was pushed. */
    void awaitPosition() {
        Wait.until("a position on the live channel" + ended, positions::get, count -> count > 0);
    }

    int positions() {
        return positions.get();
    }

    int eventTypes() {
        return events.size();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            String whole = message.toString();
            message.setLength(0);
            take(whole);
        }
        from.request(1);
        return null;
    }

    private void take(String whole) {
        try {
            JsonNode pushed = JSON.readTree(whole);
            String type = pushed.path("type").asText();
            answers.add(type);
            if (type.equals("position")) {
                positions.incrementAndGet();
            } else if (type.equals("event")) {
                String event = pushed.path("event").path("type").asText();
                events.add(event);
                if (event.startsWith("lanerunner.booking.")) {
                    told.accept("live: " + event.replace("lanerunner.", "").replace(".v1", "")
                            + stop(pushed.path("event").path("data")));
                }
            }
        } catch (IOException noJson) {
            ended = " (it sent what is no JSON)";
        }
    }

    private static String stop(JsonNode data) {
        return data.has("stop") ? " at stop " + data.path("stop").asText() : "";
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended = " (it was closed: " + status + " " + reason + ")";
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended = " (it broke: " + error.getMessage() + ")";
    }

    @Override
    public void close() {
        socket.abort();
    }
}
