package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.launcher.LaunchFailure;

/**
 * The public REST API as one person uses it: JSON in and out, signed in once there are tokens, which are renewed before they run out. An answer other than
 * success is thrown as an {@link ApiRefused}, except where the caller asks for the answer itself.
 */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long RENEWED_BEFORE_SECONDS = 60;

    private final URI server;
    private String accessToken;
    private String refreshToken;
    private Instant renewAt = Instant.MAX;

    public ApiClient(URI server) {
        this.server = server;
    }

    /** The answer to a call, whatever it was. */
    public record Answer(int status, JsonNode body) {
        public boolean succeeded() {
            return status / 100 == 2;
        }
    }

    URI server() {
        return server;
    }

    public JsonNode get(String path) {
        return required("GET", path, call("GET", path, null));
    }

    /** @param body anything that Jackson writes, or null for no body */
    public JsonNode post(String path, Object body) {
        return required("POST", path, call("POST", path, body));
    }

    /** The answer to a call, success or not. */
    public Answer call(String method, String path, Object body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body));
        return send(method, path, publisher, body == null ? null : "application/json");
    }

    /** Stores a file as a document of a booking. */
    public JsonNode upload(String path, String fileName, String mediaType, byte[] content, Map<String, String> fields) {
        String boundary = "lanerunner" + UUID.randomUUID().toString().replace("-", "");
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        fields.forEach((name, value) ->
                part(parts, boundary, "name=\"" + name + "\"", "text/plain", value.getBytes(StandardCharsets.UTF_8)));
        part(parts, boundary, "name=\"file\"; filename=\"" + fileName + "\"", mediaType, content);
        parts.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        String type = "multipart/form-data; boundary=" + boundary;
        return required("POST", path, send("POST", path, BodyPublishers.ofByteArray(parts.toByteArray()), type));
    }

    private static void part(
            ByteArrayOutputStream parts, String boundary, String disposition, String type, byte[] content) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                + type + "\r\n\r\n";
        parts.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(content);
        parts.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes the tokens from the answer to a sign-in, registration or the like. From now on calls are this person's. */
    synchronized void signedIn(JsonNode tokens) {
        accessToken = tokens.path("accessToken").asText();
        refreshToken = tokens.path("refreshToken").asText();
        renewAt = Instant.now().plusSeconds(Math.max(1, tokens.path("expiresIn").asLong() - RENEWED_BEFORE_SECONDS));
    }

    /** The present access token, for calls that are not made through this class. */
    public synchronized String accessToken() {
        if (Instant.now().isAfter(renewAt)) {
            renewAt = Instant.MAX;
            accessToken = null;
            signedIn(post("/api/auth/refresh", Map.of("refreshToken", refreshToken)));
        }
        return accessToken;
    }

    private Answer send(String method, String path, BodyPublisher body, String mediaType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json, application/problem+json")
                .method(method, body);
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        String token = accessToken();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), parsed(method + " " + path, response.body()));
        } catch (IOException broken) {
            String why = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
            throw new LaunchFailure("The server did not answer " + method + " " + path + " (" + why + ").", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }

    private static JsonNode required(String method, String path, Answer answer) {
        if (!answer.succeeded()) {
            throw new ApiRefused(method, path, answer.status(), answer.body());
        }
        return answer.body();
    }

    private static JsonNode parsed(String call, byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            throw new LaunchFailure("The answer to " + call + " is no JSON.", noJson);
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
